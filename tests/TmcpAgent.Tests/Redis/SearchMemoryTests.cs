using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Agent.Tests.Redis;

public sealed class SearchMemoryTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private LocalServer _engine = null!;
    private int _asked;

    public async Task InitializeAsync() => _engine = await LocalServer.StartAsync(app => app.MapGet("/", (RequestDelegate)(context =>
    {
        Interlocked.Increment(ref _asked);
        return context.Response.WriteAsync(context.Request.Query["q"] == "nothing" ? "{}" : """{"AbstractText":"Tet is a festival.","AbstractURL":"https://w/Tet"}""");
    })));

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    public async Task Results_are_given_again_for_an_hour(int minutes, int asked)
    {
        await using var agent = await StartAsync();

        var first = await SearchAsync(agent, "Tet");
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        var second = await SearchAsync(agent, "Tet");

        Assert.Equal("- Tet is a festival. (source: https://w/Tet)", first);
        Assert.Equal(first, second);
        Assert.Equal(asked, _asked);
    }

    [Fact]
    public async Task Nothing_found_is_asked_again_and_so_is_everything_without_a_lifetime()
    {
        await using var agent = await StartAsync();
        await SearchAsync(agent, "nothing");
        await SearchAsync(agent, "nothing");
        Assert.Equal(2, _asked);

        await using var forgetful = await StartAsync(("Search:CacheLifetime", "0"));
        await SearchAsync(forgetful, "Tet");
        await SearchAsync(forgetful, "Tet");
        Assert.Equal(4, _asked);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Results_survive_a_restart_under_a_key_without_the_query(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        (string, string)[] settings = [("ConnectionStrings:redis", redis.Connection), ("Redis:Patience", "00:00:05")];
        await using (var agent = await StartAsync(settings))
            await SearchAsync(agent, "Tet");
        await using (var agent = await StartAsync(settings))
            Assert.StartsWith("- Tet is", await SearchAsync(agent, "Tet"), StringComparison.Ordinal);

        Assert.Equal(1, _asked);
        var key = Assert.Single(await redis.KeysAsync(), item => item.StartsWith("tmcp:search:", StringComparison.Ordinal));
        Assert.Matches("^tmcp:search:[0-9a-f]{32}$", key);
        Assert.InRange(int.Parse((await redis.CallAsync($"TTL {key}")).Split("\r\n")[0][1..]), 3000, 3600);
    }

    private Task<AgentHost> StartAsync(params (string Key, string Value)[] settings) =>
        AgentHost.StartAsync(clock: _clock, settings: [("Search:Endpoint", _engine.Address.ToString()), .. settings]);

    private static async Task<string> SearchAsync(AgentHost agent, string query)
    {
        agent.Model.Then(
            Replies.Text("Researcher"), Replies.Call("duckduckgo_search", $$"""{"query":"{{query}}"}"""), Replies.Text("ok"), Replies.Text("FINISH"));
        return (await agent.ChatAsync("look it up")).Of("tool_end").Single().GetProperty("output").GetString()!;
    }
}
