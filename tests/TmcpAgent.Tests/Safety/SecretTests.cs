using System.Collections.Concurrent;
using System.Diagnostics;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Safety;

public sealed class SecretTests
{
    private const string Said = "launch the zebra-umbrella campaign";

    [Theory]
    [InlineData("/sse")]
    [InlineData("/mcp")]
    public async Task Neither_the_token_nor_what_was_said_is_logged_traced_or_streamed(string path)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                // The double's own half of the MCP conversation is not the agent's.
                if (span is not { Kind: ActivityKind.Server, Source.Name: "Experimental.ModelContextProtocol" })
                    spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var agent = await AgentHost.StartAsync(path);
        var token = agent.PocketBase.AddUser("zoe");
        agent.Bridge.Answer = (call, _) => Task.FromResult($"Invalid arguments: zebra-umbrella {call.Text("auth_token")}");
        agent.Model.Then(
            Replies.Text("CampaignManager"),
            Replies.Calls(("create_record", """{"collection":"leads","data_json":{"name":"zebra-umbrella"}}"""), ("read_resource", """{"uri":"pocketbase://leads/count"}""")),
            Replies.Text("zebra-umbrella failed"), Replies.Text("FINISH"));
        var fine = await agent.ChatAsync(Said, token: token);

        // And once more with everything going wrong.
        agent.Model.Then(Replies.Text("CampaignManager"), Replies.Call("create_record", """{"collection":"leads","data_json":{"name":"zebra-umbrella"}}"""));
        agent.Bridge.Answer = async (_, cancellationToken) =>
        {
            await agent.Bridge.KillAsync();
            await Until.CancelledAsync(cancellationToken);
            return "";
        };
        var broken = await agent.ChatAsync(Said, token: token);

        Assert.Equal("done", fine.Last.GetProperty("type").GetString());
        Assert.Equal("error", broken.Last.GetProperty("type").GetString());
        var logs = string.Join('\n', agent.Logs.Lines);
        var traces = string.Join('\n', spans.Select(Render));
        Assert.Contains("Chat of user zoe ended", logs, StringComparison.Ordinal);
        Assert.Contains("execute_tool create_record", traces, StringComparison.Ordinal);
        foreach (var text in new[] { logs, traces, fine.Raw, broken.Raw, string.Concat(agent.Model.Requests.Select(request => request.GetRawText())) })
            Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        foreach (var text in new[] { logs, traces })
            Assert.DoesNotContain("zebra-umbrella", text, StringComparison.Ordinal);
    }

    private static string Render(Activity span) =>
        $"{span.OperationName} {span.DisplayName} {span.StatusDescription} "
        + string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))
        + string.Join(' ', span.Events.Select(item => $"{item.Name} {string.Join(' ', item.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}"))
        + string.Join(' ', span.Baggage.Select(item => $"{item.Key}={item.Value}"));
}
