using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Redis;

internal static class AgentRedis
{
    public static IServiceCollection AddRedis(this IServiceCollection services) => services.AddOptionalRedis(
        "Chat threads, jobs, limits and search results are kept in this process's memory: a restart forgets them, and replicas do not share them.");
}
