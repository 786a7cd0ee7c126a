using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Chat;

public sealed class StreamTests
{
    [Fact]
    public async Task Every_event_is_one_data_line_and_an_empty_line()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Then(Replies.Text("Researcher"), Replies.Text("a\nb\r\nc", "Chiến dịch “Xuân”  <b>", "{\"x\":1}"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("hi");

        Assert.Equal("text/event-stream; charset=utf-8", chat.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", chat.Response.Headers.CacheControl?.ToString());
        Assert.Equal("no", string.Concat(chat.Response.Headers.GetValues("X-Accel-Buffering")));
        Assert.EndsWith("data: {\"type\":\"done\"}\n\n", chat.Raw, StringComparison.Ordinal);
        Assert.All(chat.Raw.Split("\n\n", StringSplitOptions.RemoveEmptyEntries), frame =>
        {
            Assert.StartsWith("data: {\"type\":\"", frame, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', frame);
            Assert.DoesNotContain('\r', frame);
        });
        Assert.Contains("Chiến dịch", chat.Raw, StringComparison.Ordinal);
        Assert.Equal("a\nb\r\ncChiến dịch “Xuân”  <b>{\"x\":1}", chat.Text);
    }

    [Fact]
    public async Task Tool_events_carry_the_arguments_as_written_and_the_result_as_text()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Bridge.Answer = (_, _) => Task.FromResult("{\n  \"totalItems\": 0\n}");
        agent.Model.Then(
            Replies.Text("CampaignManager"),
            Replies.Call("list_records", """{"collection":"leads","per_page":"5","auth_token":"made up"}"""),
            Replies.Text("none"), Replies.Text("FINISH"));

        var chat = await agent.ChatAsync("list leads");

        Assert.Equal("""{"type":"tool_start","tool":"list_records","input":{"collection":"leads","per_page":"5"}}""", Assert.Single(chat.Of("tool_start")).GetRawText());
        Assert.Equal("{\n  \"totalItems\": 0\n}", Assert.Single(chat.Of("tool_end")).GetProperty("output").GetString());
        var call = Assert.Single(agent.Bridge.Work);
        Assert.Equal(5, call.Arguments["per_page"].GetInt32());
        Assert.Equal(agent.Token, call.Text("auth_token"));
    }

    [Fact]
    public async Task Tokens_leave_as_they_arrive()
    {
        await using var agent = await AgentHost.StartAsync();
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Then(Replies.Text("Strategist"), Replies.Stuck(started, aborted, "first words"));

        using var response = await agent.Http.SendAsync(ChatStream.Request(agent.Token, """{"message":"hi"}"""), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var line = "";
        while (!line.Contains("first words", StringComparison.Ordinal))
            line = await reader.ReadLineAsync().WaitAsync(Patience.Long) ?? throw new EndOfStreamException("The stream ended before the first words.");

        Assert.Equal("""data: {"type":"chunk","content":"first words"}""", line);
        Assert.False(aborted.Task.IsCompleted);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_models_work()
    {
        await using var agent = await AgentHost.StartAsync();
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Then(Replies.Text("Strategist"), Replies.Stuck(started, aborted));

        var response = await agent.Http.SendAsync(ChatStream.Request(agent.Token, """{"message":"hi"}"""), HttpCompletionOption.ResponseHeadersRead);
        await started.Task.WaitAsync(Patience.Long);
        response.Dispose();

        await aborted.Task.WaitAsync(Patience.Long);
    }

    [Theory]
    [InlineData("/sse")]
    [InlineData("/mcp")]
    public async Task A_caller_who_leaves_ends_the_tools_work(string path)
    {
        await using var agent = await AgentHost.StartAsync(path);
        var (started, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Bridge.Answer = async (_, cancellationToken) =>
        {
            cancellationToken.Register(() => cancelled.TrySetResult());
            started.TrySetResult();
            await cancelled.Task;
            return "too late";
        };
        agent.Model.Then(Replies.Text("CampaignManager"), Replies.Call("create_record", """{"collection":"leads","data_json":{}}"""));

        var response = await agent.Http.SendAsync(ChatStream.Request(agent.Token, """{"message":"hi"}"""), HttpCompletionOption.ResponseHeadersRead);
        await started.Task.WaitAsync(Patience.Long);
        response.Dispose();

        await cancelled.Task.WaitAsync(Patience.Long);
    }

    [Fact]
    public async Task Open_streams_end_with_an_error_event_when_the_service_stops()
    {
        await using var agent = await AgentHost.StartAsync();
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        agent.Model.Then(Replies.Text("Strategist"), Replies.Stuck(started, aborted));

        var chatting = agent.ChatAsync("hi");
        await started.Task.WaitAsync(Patience.Long);
        agent.Stop();
        var chat = await chatting.WaitAsync(Patience.Long);

        Assert.Equal("error", chat.Last.GetProperty("type").GetString());
        Assert.Contains("being stopped", chat.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        await aborted.Task.WaitAsync(Patience.Long);
    }
}
