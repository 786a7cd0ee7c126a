using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.Bridge.Identity;

internal static class IdentityExtensions
{
    internal static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<ServiceAccount>();
        services.AddSingleton<CallerResolver>();
        services.AddHealthChecks().AddCheck<ServiceAccountCheck>("service-account", HealthStatus.Degraded);
    }
}
