using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Bridge.Tests.Redis;

[Collection(PocketBaseTests.Name)]
public sealed class SchemaRedisTests(PocketBaseFixture fixture)
{
    private const string Planted = """{"items":[{"id":"planted","name":"planted","type":"base","system":false,"fields":[]}]}""";

    private readonly ManualClock _clock = new();

    [AnyRedisTheory, RedisKinds]
    public async Task Definitions_survive_a_restart_for_their_account_only(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using (var bridge = await StartAsync(redis))
            Assert.NotEqual("[]", await ListAsync(bridge, fixture.Alice.Token));
        var key = Assert.Single(await redis.KeysAsync(), item => item.StartsWith("tmcp:schema:", StringComparison.Ordinal));
        Assert.EndsWith(fixture.Alice.Id, key, StringComparison.Ordinal);
        Assert.InRange(int.Parse((await redis.CallAsync($"PTTL {key}")).Split("\r\n")[0][1..]), 1, 600_000);

        // What nobody but Redis can have told.
        await PlantAsync(redis, key, milliseconds: 600_000);
        await using var again = await StartAsync(redis);

        Assert.Equal("planted", (string?)JsonNode.Parse(await ListAsync(again, fixture.Alice.Token))![0]!["name"]);
        Assert.DoesNotContain("planted", await ListAsync(again, fixture.Bob.Token), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", await ListAsync(again, await fixture.PocketBase.SignInAsAdminAsync()), StringComparison.Ordinal);
        Assert.StartsWith("Error: PocketBase does not accept the token", await ListAsync(again, fixture.Alice.Token[..^3] + "AAA"), StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task What_comes_back_from_redis_is_what_went_in(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        string before;
        await using (var bridge = await StartAsync(redis))
            before = await SchemaAsync(bridge);
        Assert.Contains("\"planned\"", before, StringComparison.Ordinal);

        await using var again = await StartAsync(redis);
        Assert.Equal(before, await SchemaAsync(again));
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Definitions_from_redis_get_no_second_lifetime_in_memory(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using (var bridge = await StartAsync(redis))
            await ListAsync(bridge, fixture.Alice.Token);
        var key = Assert.Single(await redis.KeysAsync(), item => item.StartsWith("tmcp:schema:", StringComparison.Ordinal));
        await PlantAsync(redis, key, milliseconds: 60_000);
        await using var again = await StartAsync(redis);
        Assert.Contains("planted", await ListAsync(again, fixture.Alice.Token), StringComparison.Ordinal);
        await redis.CallAsync($"DEL {key}");

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("planted", await ListAsync(again, fixture.Alice.Token), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.DoesNotContain("planted", await ListAsync(again, fixture.Alice.Token), StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Rubbish_in_redis_and_a_redis_killed_in_mid_run_cost_no_call(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using (var bridge = await StartAsync(redis))
            await ListAsync(bridge, fixture.Alice.Token);
        var key = Assert.Single(await redis.KeysAsync(), item => item.StartsWith("tmcp:schema:", StringComparison.Ordinal));
        await redis.CallAsync($"SET {key} rubbish PX 600000");

        await using var again = await StartAsync(redis);
        Assert.Contains("workspaces", await ListAsync(again, fixture.Alice.Token), StringComparison.Ordinal);
        await redis.CrashAsync();
        Assert.Contains("workspaces", await ListAsync(again, fixture.Bob.Token), StringComparison.Ordinal);
        await HealthAsync(again, "degraded");

        await redis.StartAgainAsync();
        await HealthAsync(again, "ok");
    }

    // A patience of the test's own: the machine may be busy.
    private Task<BridgeHost> StartAsync(RedisProcess redis) => BridgeHost.StartAsync(
        fixture.PocketBase.Address, _clock, ("ConnectionStrings:redis", redis.Connection), ("Bridge:SchemaLifetime", "00:10:00"), ("Redis:Patience", "00:00:05"), ("Redis:RetryPause", "00:00:00"));

    private static async Task PlantAsync(RedisProcess redis, string key, int milliseconds) =>
        Assert.StartsWith("+OK", await redis.CallAsync($"SET {key} '{Planted}' PX {milliseconds}"), StringComparison.Ordinal);

    private static async Task<string> ListAsync(BridgeHost bridge, string token)
    {
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, token);
        return await client.CallTextAsync("list_collections");
    }

    private async Task<string> SchemaAsync(BridgeHost bridge)
    {
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, fixture.Alice.Token);
        return await client.CallTextAsync("get_collection_schema", new { collection = "marketing_campaigns" });
    }

    private async Task HealthAsync(BridgeHost bridge, string expected)
    {
        using var http = bridge.CreateHttpClient();
        var status = await Eventually.Async(
            async () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(1)); // a report is served again for so long
                using var answer = await http.GetAsync("health");
                return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["checks"]!["redis"]?["status"];
            },
            status => status == expected);
        Assert.Equal(expected, status);
    }
}
