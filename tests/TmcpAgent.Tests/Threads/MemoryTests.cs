using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Threads;

public sealed class MemoryTests
{
    [Fact]
    public async Task A_thread_remembers_requests_and_reports_but_no_tool_traffic()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Bridge.Answer = (_, _) => Task.FromResult("a tool's secret result");
        agent.Model.Then(
            Replies.Text("Strategist"), Replies.Call("list_collections", "{}"), Replies.Text("All listed."), Replies.Text("FINISH"),
            Replies.Text("FINISH"), Replies.Text("You are welcome."));

        await agent.ChatAsync("list", thread: "t");
        await agent.ChatAsync("thanks", thread: "t");

        var seen = agent.Model.Messages(4).Skip(1).ToList();
        Assert.Equal(3, seen.Count);
        Assert.Contains("list", seen[0], StringComparison.Ordinal);
        Assert.Contains("<report member=\"Strategist\">\nAll listed.", seen[1], StringComparison.Ordinal);
        Assert.Contains("thanks", seen[2], StringComparison.Ordinal);
        Assert.Equal("Strategist", agent.Model.Requests.ElementAt(4).GetProperty("messages")[2].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_same_thread_id_of_another_user_is_another_thread()
    {
        await using var agent = await AgentHost.StartAsync();
        var other = agent.PocketBase.AddUser("user2");
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("ok"), Replies.Text("FINISH"), Replies.Text("ok"));

        await agent.ChatAsync("our plan is secret");
        await agent.ChatAsync("what did I say?", token: other);

        Assert.DoesNotContain("our plan is secret", agent.Model.Requests.ElementAt(2).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_threads_of_the_same_user_are_apart()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("ok"), Replies.Text("FINISH"), Replies.Text("ok"));

        await agent.ChatAsync("first subject", thread: "a");
        await agent.ChatAsync("second subject", thread: "b");

        Assert.DoesNotContain("first subject", agent.Model.Requests.ElementAt(2).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_failed_is_marked_so_that_the_next_one_does_not_carry_it_out()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Replies.Status(404), Replies.Text("FINISH"), Replies.Text("ok"));

        await agent.ChatAsync("delete everything");
        await agent.ChatAsync("hello");

        Assert.Contains(agent.Model.Messages(1), text => text.Contains("was not completed", StringComparison.Ordinal) && text.Contains("Do not carry it out", StringComparison.Ordinal));
    }
}
