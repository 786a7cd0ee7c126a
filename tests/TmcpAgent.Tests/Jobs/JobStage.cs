using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Agent.Tests.Jobs;

/// <summary>Several agents, in this process or of their own, that share Redis, model, bridge and PocketBase.</summary>
internal sealed class JobStage : IAsyncDisposable
{
    public const string Key = "a key that all replicas have";

    private readonly List<AgentHost> _hosts = [];

    private JobStage(RedisProcess redis, AgentHost first, FakeRecords records) => (Redis, First, Records) = (redis, first, records);

    public RedisProcess Redis { get; }

    /// <summary>The agent whose doubles the others use, too.</summary>
    public AgentHost First { get; }

    public FakeRecords Records { get; }

    public static async Task<JobStage> StartAsync(string kind, params (string Key, string Value)[] settings)
    {
        var redis = await RedisProcess.StartAsync(kind);
        var (agent, records) = await Marketing.StartAsync([.. Settings(redis), .. settings]);
        await agent.HealthAsync("redis", "ok");
        return new JobStage(redis, agent, records);
    }

    /// <summary>Another replica; its own doubles are not used.</summary>
    public async Task<AgentHost> StartReplicaAsync(params (string Key, string Value)[] settings)
    {
        var host = await AgentHost.StartAsync(settings:
        [
            .. Settings(Redis),
            ("PB_URL", First.PocketBase.Address.ToString()),
            ("MCP_SERVER_URL", new Uri(First.Bridge.Address, "/sse").ToString()),
            ("OLLAMA_BASE_URL", First.Model.Address.ToString()),
            .. settings,
        ]);
        _hosts.Add(host);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await First.DisposeAsync();
        await Redis.DisposeAsync();
    }

    public static (string Key, string Value)[] Settings(RedisProcess redis) =>
    [
        ("ConnectionStrings:redis", redis.Connection), ("Redis:RetryPause", "00:00:00"), ("Redis:Patience", "00:00:05"), ("AGENT_JOB_KEY", Key), ("Jobs:Lease", "00:00:01"),
    ];
}
