using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace Tmcp.ServiceDefaults.Resilience;

internal static class ResilientHttpClients
{
    internal static void AddResilientHttpClients(this IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddOptions<HttpResilienceOptions>();
        services.ConfigureHttpClientDefaults(clients => clients
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
                handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
                handler.UseProxy = false;
            })
            // The pipeline's own total timeout ends a request; the client's would hide which limit was hit.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, DefaultHandlersFilter>());
    }
}
