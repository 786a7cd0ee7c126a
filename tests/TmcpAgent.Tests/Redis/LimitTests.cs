using System.Net;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.Agent.Tests.Redis;

public sealed class LimitTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_user_who_chats_too_often_gets_429_until_the_next_minute()
    {
        await using var agent = await StartAsync(("Limits:ChatsPerMinute", "2"));
        var other = agent.PocketBase.AddUser("user2");
        _clock.Advance(TimeSpan.FromSeconds(17.5));
        await TalkAsync(agent);
        await TalkAsync(agent);

        var refused = await agent.ChatAsync("once more");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("43", Assert.Single(refused.Response.Headers.GetValues("Retry-After")));
        Assert.Equal("application/problem+json", refused.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:tmcp:problem:too-many-chats", JsonDocument.Parse(refused.Raw).RootElement.GetProperty("type").GetString());
        Assert.Equal(4, agent.Model.Requests.Count);
        await TalkAsync(agent, other);
        _clock.Advance(TimeSpan.FromSeconds(43));
        await TalkAsync(agent);
    }

    [Fact]
    public async Task Zero_is_no_limit()
    {
        await using var agent = await StartAsync(("Limits:ChatsPerMinute", "0"), ("Limits:ToolCallsPerMinute", "0"));
        for (var i = 0; i < 70; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SendAsync(agent.Token, "{}")).Status);
    }

    [Fact]
    public async Task Sixty_chats_a_minute_are_the_default()
    {
        await using var agent = await StartAsync();
        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SendAsync(agent.Token, "{}")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await agent.SendAsync(agent.Token, "{}")).Status);
    }

    [Fact]
    public async Task A_tool_called_too_often_answers_the_model_with_an_error_and_the_others_go_on()
    {
        await using var agent = await StartAsync(("Limits:ToolCallsPerMinute", "2"));
        agent.Bridge.Answer = (_, _) => Task.FromResult("[]");
        var schema = ("get_collection_schema", """{"collection":"leads"}""");
        var list = ("list_collections", "{}");
        agent.Model.Then(Replies.Text("Strategist"), Replies.Calls(list, list, list, schema), Replies.Text("ok"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("list");

        var outputs = chat.Of("tool_end").Select(item => item.GetProperty("output").GetString()!).ToList();
        Assert.Equal(["[]", "[]", "[]"], [outputs[0], outputs[1], outputs[3]]);
        Assert.StartsWith("Error: list_collections was not carried out, the user's limit of 2 calls", outputs[2], StringComparison.Ordinal);
        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
    }

    [AnyRedisTheory, RedisKinds]
    public async Task Limits_hold_for_all_agents_over_restarts_and_whatever_tenant_is_named(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        (string, string)[] settings = [("Limits:ChatsPerMinute", "2"), ("ConnectionStrings:redis", redis.Connection), ("Redis:Patience", "00:00:05")];
        await using (var agent = await StartAsync(settings))
            await TalkAsync(agent);
        await using (var agent = await StartAsync(settings))
            await TalkAsync(agent);

        await using var third = await StartAsync(settings);
        third.Http.DefaultRequestHeaders.Add("X-Tenant", "made-up");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await third.ChatAsync("hello")).Status);

        var counter = Assert.Single(await redis.KeysAsync(), key => key.StartsWith("tmcp:limits:chat:user1:", StringComparison.Ordinal));
        Assert.InRange(int.Parse((await redis.CallAsync($"TTL {counter}")).Split("\r\n")[0][1..]), 1, 120);
    }

    [AnyRedisTheory, RedisKinds]
    public async Task A_redis_that_dies_leaves_a_limit_of_the_process(string kind)
    {
        await using var redis = await RedisProcess.StartAsync(kind);
        await using var agent = await StartAsync(("Limits:ChatsPerMinute", "1"), ("ConnectionStrings:redis", redis.Connection), ("Redis:Patience", "00:00:05"));
        await TalkAsync(agent);
        await redis.CrashAsync();

        await TalkAsync(agent);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await agent.ChatAsync("hello")).Status);
    }

    private static async Task TalkAsync(AgentHost agent, string? token = null)
    {
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("ok"));
        Assert.Equal("done", (await agent.ChatAsync("hello", token: token)).Last.GetProperty("type").GetString());
    }

    private Task<AgentHost> StartAsync(params (string Key, string Value)[] settings) => AgentHost.StartAsync(clock: _clock, settings: settings);
}
