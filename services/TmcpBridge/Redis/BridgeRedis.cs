using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Bridge.Redis;

internal static class BridgeRedis
{
    internal static void AddRedis(this IServiceCollection services) => services.AddOptionalRedis(
        "Collection definitions and limits are kept in this process's memory: a restart forgets them, and replicas do not share them.");
}
