using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>One redis-server for the tests of a class; each host has keys of its own in it.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private int _hosts;

    internal RedisProcess Redis { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (RedisKind.WhyNot(RedisKind.Server) is null)
            Redis = await RedisProcess.StartAsync(RedisKind.Server);
    }

    public async Task DisposeAsync()
    {
        if (Redis is not null)
            await Redis.DisposeAsync();
    }

    internal AiOpsHost StartHost(params (string Key, string Value)[] settings) => StartHost(null, null, null, settings);

    internal AiOpsHost StartHost(
        FakeDiscord? discord, FakeElasticsearch? elasticsearch = null, FakeModel? model = null, params (string Key, string Value)[] settings) =>
        AiOpsHost.Start(Redis, discord, elasticsearch, model, null, [("AiOps:Redis:KeyPrefix", $"test{Interlocked.Increment(ref _hosts)}:aiops"), .. settings]);
}
