using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Team;

public sealed class TeamTests
{
    [Fact]
    public async Task Routing_words_never_reach_the_caller()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Text("The Researcher ", "should do this"), Replies.Text("Tet is near."), Replies.Text("Well done Researcher, ", "FINISH"));

        var chat = await agent.ChatAsync("find events");

        Assert.Equal("Tet is near.", chat.Text);
        Assert.DoesNotContain("FINISH", chat.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("should do this", chat.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_is_answered_by_the_supervisor_and_needs_no_bridge()
    {
        await using var agent = await AgentHost.StartAsync();
        await agent.Bridge.KillAsync();
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("Hello! ", "I plan campaigns."));

        var chat = await agent.ChatAsync("hello");

        Assert.Equal(["status active Supervisor", "status thinking Supervisor", "status thinking Supervisor", "chunk", "chunk", "done"], chat.Outline);
        Assert.Equal("Hello! I plan campaigns.", chat.Text);
    }

    [Fact]
    public async Task Two_members_can_work_on_one_request()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Text("Researcher"), Replies.Text("Found Tet."), Replies.Text("ContentCreator"), Replies.Text("Wrote a post."), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("find an event and write a post");

        Assert.Equal(["Supervisor", "Researcher", "Supervisor", "ContentCreator", "Supervisor"], Actors(chat));
        Assert.Contains(agent.Model.Messages(3), text => text.StartsWith("user: <report member=\"Researcher\">\nFound Tet.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_supervisor_who_is_never_satisfied_is_stopped_with_an_error()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Chat:SupervisorTurns", "2"));
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Text("one"), Replies.Text("Strategist"), Replies.Text("two"), Replies.Text("Strategist"), Replies.Text("three"));

        var chat = await agent.ChatAsync("go");

        Assert.Equal("onetwo", chat.Text);
        Assert.Contains("Chat:SupervisorTurns", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("Supervisor", chat.Last.GetProperty("step").GetString());
        Assert.Equal(5, agent.Model.Requests.Count);
    }

    [Fact]
    public async Task A_member_stops_after_its_last_round_and_says_so()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Chat:MemberRounds", "3"));
        var again = Replies.Call("list_collections", "{}");
        agent.Model.Then(Replies.Text("Strategist"), again, again, again, Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("go");

        Assert.Equal(3, agent.Bridge.Work.Count());
        Assert.Contains("stopped after the maximum of 3 steps", chat.Text, StringComparison.Ordinal);
        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_request_that_costs_too_many_tokens_is_stopped_with_an_error()
    {
        // Each scripted answer counts 15 tokens.
        await using var agent = await AgentHost.StartAsync(settings: ("Chat:Tokens", "100"));
        var again = Replies.Call("list_collections", "{}");
        agent.Model.Then([Replies.Text("Strategist"), .. Enumerable.Repeat(again, 9)]);

        var chat = await agent.ChatAsync("go");

        Assert.Contains("Chat:Tokens", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("Strategist", chat.Last.GetProperty("step").GetString());
        Assert.Equal(7, agent.Model.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_cut_off_while_it_streams()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Chat:Tokens", "100"));
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Then(Replies.Text("Strategist"), Replies.Stuck(started, aborted, new string('x', 1000)));

        var chat = await agent.ChatAsync("go");

        Assert.Contains("Chat:Tokens", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        await aborted.Task.WaitAsync(Patience.Long);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_stopped_with_an_error()
    {
        var clock = new Tmcp.Tests.Shared.ManualClock();
        await using var agent = await AgentHost.StartAsync(clock: clock, settings: [("Chat:Time", "00:00:20"), ("Model:Silence", "00:01:00")]);
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Then(Replies.Text("Strategist"), Replies.Stuck(started, aborted));

        var chatting = agent.ChatAsync("go");
        await started.Task.WaitAsync(Patience.Long);
        clock.Advance(TimeSpan.FromSeconds(20));
        var chat = await chatting;

        Assert.Contains("Chat:Time", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        await aborted.Task.WaitAsync(Patience.Long);
    }

    private static IEnumerable<string?> Actors(ChatStream chat) =>
        chat.Of("status").Where(item => item.GetProperty("status").GetString() == "active").Select(item => item.GetProperty("agent").GetString());
}
