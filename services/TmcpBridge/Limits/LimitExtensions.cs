using Tmcp.ServiceDefaults.Limits;

namespace Tmcp.Bridge.Limits;

internal static class LimitExtensions
{
    internal static void AddLimits(this IServiceCollection services)
    {
        services.AddCallLimits();
        services.AddSingleton<CallLimits>();
    }
}
