using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.ServiceDefaults.Discovery;

internal static class ServiceDiscoveryExtensions
{
    internal static void AddServiceDiscovery(this IServiceCollection services) => services.AddSingleton<ServiceAddresses>();
}
