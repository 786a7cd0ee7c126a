using Tmcp.Agent.Tests.Doubles;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Model;

public sealed class ModelFailureTests
{
    /// <summary>Name, what the model server does, and what the error must contain.</summary>
    public static TheoryData<string> Failures => [.. Cases.Keys];

    private static Dictionary<string, (Reply Reply, string Error)> Cases { get; } = new()
    {
        ["model absent"] = (
            Replies.Status(404, """{"error":{"message":"model \"test-model:1b\" not found, try pulling it first","type":"api_error"}}"""),
            $"model {ScriptedModel.Name} not installed: ollama pull {ScriptedModel.Name}"),
        ["key refused"] = (Replies.Status(401), "set OLLAMA_API_KEY"),
        ["bad request"] = (Replies.Status(400, """{"error":{"message":"does not support tools"}}"""), "answered 400"),
        ["garbage events"] = (Replies.Raw("text/event-stream", "data: {\"choices\":42}\n\ndata: nonsense\n\n"), "no chat completion"),
        ["cut JSON"] = (Replies.Raw("text/event-stream", "data: {\"choices\":[{\"delta\":{\"con\n\n"), "no chat completion"),
        ["unknown finish reason"] = (Replies.Raw("text/event-stream", """data: {"choices":[{"index":0,"delta":{},"finish_reason":"bored"}]}""" + "\n\n"), "no chat completion"),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failing_model_ends_the_chat_with_an_error_that_says_what_to_do(string name)
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Cases[name].Reply);

        var chat = await agent.ChatAsync("go");

        Assert.Equal("error", chat.Last.GetProperty("type").GetString());
        Assert.Contains(Cases[name].Error, chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("Supervisor", chat.Last.GetProperty("step").GetString());
        Assert.Single(agent.Model.Requests);
    }

    [Theory]
    [InlineData("text/event-stream", "")]
    [InlineData("text/html", "<html>It works!</html>")]
    [InlineData("text/event-stream", "data: [DONE]\n\n")]
    public async Task An_answer_without_any_piece_is_an_error_after_retries(string contentType, string body)
    {
        await using var agent = await AgentHost.StartAsync();
        var empty = Replies.Raw(contentType, body);
        agent.Model.Then(empty, empty, empty);

        var chat = await agent.ChatAsync("go");

        Assert.Contains("OpenAI-compatible server", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, agent.Model.Requests.Count);
    }

    [Fact]
    public async Task Failures_before_the_first_token_are_tried_again()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(
            Replies.Status(503), Replies.Text("Strategist"), Replies.Break(), Replies.Status(429), Replies.Text("hello"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("go");

        Assert.Equal("hello", chat.Text);
        Assert.Equal("done", chat.Last.GetProperty("type").GetString());
        Assert.Equal(6, agent.Model.Requests.Count);
    }

    [Fact]
    public async Task A_failure_after_the_first_token_is_not_tried_again()
    {
        await using var agent = await AgentHost.StartAsync();
        var arrived = new TaskCompletionSource();
        agent.Model.Then(Replies.Text("Strategist"), Replies.BreakAfter("half an ans", arrived.Task), Replies.Text("never asked for"));

        using var response = await agent.Http.SendAsync(ChatStream.Request(agent.Token, """{"message":"go"}"""), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var events = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            events.Add(line);
            if (line.Contains("half an ans", StringComparison.Ordinal))
                arrived.SetResult();
        }

        var last = events.Last(line => line.Length > 0);
        Assert.Contains("\"type\":\"error\"", last, StringComparison.Ordinal);
        Assert.Contains("broke off", last, StringComparison.Ordinal);
        Assert.Equal(2, agent.Model.Requests.Count);
    }

    [Fact]
    public async Task Retries_end()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("Model:Retries", "1"));
        agent.Model.Then(Replies.Status(500), Replies.Status(500), Replies.Text("Strategist"));

        var chat = await agent.ChatAsync("go");

        Assert.Contains("answered 500", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, agent.Model.Requests.Count);
    }

    [Theory]
    [InlineData("half an ans")]
    [InlineData(null)]
    public async Task A_model_that_falls_silent_is_given_up_and_hung_up_on(string? text)
    {
        var clock = new ManualClock();
        await using var agent = await AgentHost.StartAsync(clock: clock, settings: ("Model:Silence", "00:00:30"));
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Then(Replies.Stuck(started, aborted, text));

        var chatting = agent.ChatAsync("go");
        await started.Task.WaitAsync(Patience.Long);
        while (!chatting.IsCompleted && !aborted.Task.IsCompleted)
        {
            // The first word, if any, restarts the watch when it arrives: time moves on until the model has been silent since then.
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(chatting, Until.SoonAsync());
        }

        var chat = await chatting;
        Assert.Contains("was silent for 30 s (setting Model:Silence)", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        await aborted.Task.WaitAsync(Patience.Long);
    }

    [Fact]
    public async Task A_model_server_that_is_down_is_named()
    {
        await using var agent = await AgentHost.StartAsync();
        await agent.Model.DisposeAsync();

        var chat = await agent.ChatAsync("go");

        Assert.Contains("cannot be reached", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_chat_leaves_the_agent_able_to_answer_the_next()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Replies.Status(404), Replies.Text("FINISH"), Replies.Text("hi"));

        await agent.ChatAsync("go");
        var chat = await agent.ChatAsync("hello");

        Assert.Equal("hi", chat.Text);
    }
}
