using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.ServiceDefaults.Health;

namespace Tmcp.Bridge.PocketBase;

internal static class PocketBaseExtensions
{
    // More would only queue inside PocketBase, which has one writer.
    private const int MaxConnections = 256;

    internal static void AddPocketBase(this IServiceCollection services)
    {
        services.AddHttpClient(PocketBaseClient.ClientName)
            // The factory's loggers print two lines a call; spans and metrics say the same.
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.UseCookies = false;
                handler.AllowAutoRedirect = false;
                handler.MaxConnectionsPerServer = MaxConnections;
            });
        services.AddSingleton<PocketBaseClient>();
        services.AddSingleton<PocketBaseGateway>();
        services.AddHealthChecks().AddHttpDependency(
            "pocketbase",
            provider => provider.GetRequiredService<IOptions<PocketBaseOptions>>().Value.Url,
            "/api/health",
            HealthStatus.Unhealthy);
    }
}
