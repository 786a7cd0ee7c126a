using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Bridge.Tests.Redis;

[Collection(PocketBaseTests.Name)]
public sealed class CallLimitTests(PocketBaseFixture fixture)
{
    private readonly ManualClock _clock = new(realTimers: true);

    [Fact]
    public async Task An_account_that_calls_a_tool_too_often_is_told_when_to_go_on()
    {
        await using var bridge = await StartAsync();
        await using var alice = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, fixture.Alice.Token);
        await using var bob = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, fixture.Bob.Token);
        await using var admin = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, await fixture.PocketBase.SignInAsAdminAsync());
        _clock.Advance(TimeSpan.FromSeconds(20));
        await alice.CallJsonAsync("list_collections");
        await alice.CallJsonAsync("list_collections");

        Assert.Equal(
            "Error: Too many calls: the account has made 2 calls of list_collections within a minute (setting Bridge:CallsPerMinute). Go on in 40 s.",
            await alice.CallTextAsync("list_collections"));
        await alice.CallJsonAsync("count_records", new { collection = "workspaces" });
        await bob.CallJsonAsync("list_collections");
        for (var i = 0; i < 4; i++)
            await admin.CallJsonAsync("list_collections");
        _clock.Advance(TimeSpan.FromSeconds(40));
        await alice.CallJsonAsync("list_collections");
    }

    [Fact]
    public async Task Reads_of_a_resource_are_limited_too()
    {
        await using var bridge = await StartAsync();
        await using var alice = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, fixture.Alice.Token);
        await alice.ReadTextAsync("pocketbase://");
        await alice.ReadTextAsync("pocketbase://");

        Assert.StartsWith("Error: Too many calls", await alice.ReadTextAsync("pocketbase://"), StringComparison.Ordinal);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task The_limit_holds_over_a_restart(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        for (var start = 0; start < 3; start++)
        {
            await using var bridge = await StartAsync(("ConnectionStrings:redis", redis.Connection), ("Redis:Patience", "00:00:05"));
            await bridge.UntilRedisAnswersAsync();
            await using var alice = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, fixture.Alice.Token);
            Assert.Equal(start == 2, (await alice.CallTextAsync("list_collections")).StartsWith("Error: Too many calls", StringComparison.Ordinal));
        }
    }

    private Task<BridgeHost> StartAsync(params (string Key, string Value)[] settings) =>
        BridgeHost.StartAsync(fixture.PocketBase.Address, _clock, [("Bridge:CallsPerMinute", "2"), .. settings]);
}
