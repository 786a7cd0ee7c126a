using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Bridge;

public sealed class BridgeDeathTests
{
    private static readonly Reply Create = Replies.Call("create_record", """{"collection":"leads","data_json":{"name":"A"}}""");
    private static readonly Reply List = Replies.Call("list_records", """{"collection":"leads"}""");

    [Theory]
    [InlineData("/sse")]
    [InlineData("/mcp")]
    public async Task A_bridge_killed_in_mid_chat_gives_one_error_event_and_the_next_chat_works(string path)
    {
        await using var agent = await AgentHost.StartAsync(path);
        var called = new TaskCompletionSource();
        agent.Bridge.Answer = async (_, cancellationToken) =>
        {
            called.TrySetResult();
            await Until.CancelledAsync(cancellationToken);
            return "never";
        };
        agent.Model.Then(Replies.Text("CampaignManager"), Create);

        var chatting = agent.ChatAsync("create a lead");
        await called.Task.WaitAsync(Patience.Long);
        await agent.Bridge.KillAsync();
        var chat = await chatting;

        var error = Assert.Single(chat.Of("error"));
        Assert.Equal(error.GetRawText(), chat.Last.GetRawText());
        Assert.Equal("CampaignManager", error.GetProperty("step").GetString());
        Assert.Contains("MCP bridge", error.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("is unknown", error.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(chat.Of("done"));

        await agent.Bridge.ReviveAsync();
        agent.Bridge.Answer = (_, _) => Task.FromResult("""{"id":"l1"}""");
        agent.Model.Then(Replies.Text("CampaignManager"), Create, Replies.Text("created"), Replies.Text("FINISH"));
        var next = await agent.ChatAsync("create a lead");

        Assert.Equal("done", next.Last.GetProperty("type").GetString());
        Assert.Equal(2, agent.Bridge.Work.Count());
    }

    [Fact]
    public async Task A_bridge_that_is_down_gives_an_error_that_says_what_to_do()
    {
        await using var agent = await AgentHost.StartAsync();
        await agent.Bridge.KillAsync();
        agent.Model.Then(Replies.Text("Strategist"));

        var chat = await agent.ChatAsync("go");

        var error = chat.Last.GetProperty("error").GetString();
        Assert.Contains($"The MCP bridge at {agent.Bridge.Address}sse cannot be reached. Start it", error, StringComparison.Ordinal);
        Assert.Equal("Strategist", chat.Last.GetProperty("step").GetString());
    }

    [Fact]
    public async Task All_chats_share_one_connection_whoever_they_are_for()
    {
        await using var agent = await AgentHost.StartAsync();
        var other = agent.PocketBase.AddUser("user2");
        foreach (var token in new[] { agent.Token, other, agent.Token })
        {
            agent.Model.Then(Replies.Text("CampaignManager"), List, Replies.Text("none"), Replies.Text("FINISH"));
            await agent.ChatAsync("list leads", token: token);
        }

        Assert.Equal(1, agent.Bridge.Connections);
        Assert.Equal([agent.Token, other, agent.Token], agent.Bridge.Work.Select(call => call.Text("auth_token")));
    }

    [Theory]
    [InlineData("/sse")]
    [InlineData("/mcp")]
    public async Task A_bridge_restarted_between_two_chats_goes_unnoticed(string path)
    {
        await using var agent = await AgentHost.StartAsync(path);
        for (var chats = 0; chats < 3; chats++)
        {
            agent.Model.Then(Replies.Text("CampaignManager"), Create, Replies.Text("created"), Replies.Text("FINISH"));
            var chat = await agent.ChatAsync("create a lead");
            Assert.Equal("done", chat.Last.GetProperty("type").GetString());
            await agent.Bridge.KillAsync();
            await agent.Bridge.ReviveAsync();
        }

        Assert.Equal(3, agent.Bridge.Work.Count());
    }

    [Fact]
    public async Task A_reading_call_that_dies_with_its_bridge_is_sent_again_to_the_next_one()
    {
        await using var agent = await AgentHost.StartAsync(settings: [("Bridge:ConnectAttempts", "8"), ("Bridge:ConnectDelay", "00:00:00.05")]);
        var called = new TaskCompletionSource();
        agent.Bridge.Answer = async (_, cancellationToken) =>
        {
            if (called.TrySetResult())
                await Until.CancelledAsync(cancellationToken);
            return "[]";
        };
        agent.Model.Then(Replies.Text("CampaignManager"), List, Replies.Text("none"), Replies.Text("FINISH"));

        var chatting = agent.ChatAsync("list leads");
        await called.Task.WaitAsync(Patience.Long);
        await agent.Bridge.KillAsync();
        await agent.Bridge.ReviveAsync();
        var chat = await chatting;

        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
        Assert.Equal(2, agent.Bridge.Work.Count());
    }

    [Fact]
    public async Task A_bridge_that_does_not_answer_is_given_up_in_time()
    {
        var clock = new Tmcp.Tests.Shared.ManualClock();
        await using var agent = await AgentHost.StartAsync(clock: clock, settings: ("Bridge:CallTimeout", "00:00:05"));
        var called = new TaskCompletionSource();
        agent.Bridge.Answer = async (_, cancellationToken) =>
        {
            called.TrySetResult();
            await Until.CancelledAsync(cancellationToken);
            return "never";
        };
        agent.Model.Then(Replies.Text("CampaignManager"), Create);

        var chatting = agent.ChatAsync("create a lead");
        await called.Task.WaitAsync(Patience.Long);
        clock.Advance(TimeSpan.FromSeconds(5));
        var chat = await chatting;

        Assert.Contains("did not answer create_record within 5 s", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_answers_nothing_any_more_is_replaced()
    {
        await using var agent = await AgentHost.StartAsync(settings: [("Bridge:CallTimeout", "00:00:01"), ("Bridge:ConnectTimeout", "00:00:00.3")]);
        agent.Model.Then(Replies.Text("CampaignManager"), List, Replies.Text("none"), Replies.Text("FINISH"), Replies.Text("CampaignManager"), List);
        await agent.ChatAsync("list leads");
        var silence = new TaskCompletionSource();
        agent.Bridge.Gate = silence.Task;

        var silent = await agent.ChatAsync("list leads");
        agent.Bridge.Gate = Task.CompletedTask;
        silence.SetResult();
        agent.Model.Then(Replies.Text("CampaignManager"), List, Replies.Text("none"), Replies.Text("FINISH"));
        var next = await agent.ChatAsync("list leads");

        Assert.Contains("did not answer list_records within 1 s", silent.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("done", next.Last.GetProperty("type").GetString());
        Assert.Equal(2, agent.Bridge.Connections);
    }

    [Fact]
    public async Task Calls_of_many_chats_at_once_reach_the_right_callers()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Bridge.Answer = (call, _) => Task.FromResult($"for {call.Text("auth_token")}");
        var tokens = Enumerable.Range(0, 10).Select(i => agent.PocketBase.AddUser($"many{i}")).ToList();

        // One script for all: route, list, answer, finish, told apart by what has been asked so far.
        agent.Model.Rule = request => request.GetProperty("messages").GetArrayLength() switch
        {
            _ when !request.TryGetProperty("tools", out _) => request.GetRawText().Contains("<report member", StringComparison.Ordinal)
                ? Replies.Text("FINISH") : Replies.Text("CampaignManager"),
            2 => List,
            _ => Replies.Text("listed"),
        };
        var chats = await Task.WhenAll(tokens.Select(token => agent.ChatAsync("list leads", token: token)));

        Assert.All(chats, chat => Assert.Equal("for [token]", chat.Of("tool_end").Single().GetProperty("output").GetString()));
        Assert.Equal(tokens.Order(), agent.Bridge.Work.Select(call => call.Text("auth_token")!).Order());
        Assert.Equal(1, agent.Bridge.Connections);
    }
}
