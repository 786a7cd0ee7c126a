using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Safety;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_chat_is_told_in_spans_of_the_conventions_for_generative_AI()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Tmcp.Agent",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var agent = await AgentHost.StartAsync(settings: ("OLLAMA_MODEL", "telemetry-test"));
        agent.Model.Then(Replies.Text("Researcher"), Replies.Call("made_up_tool", "{}"), Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");

        // Other tests run meanwhile: only the spans of this trace count.
        var chat = spans.First(span => span.DisplayName == "chat telemetry-test");
        var own = spans.Where(span => span.TraceId == chat.TraceId).ToList();
        Assert.Equal(
            ["chat telemetry-test", "chat telemetry-test", "execute_tool unknown", "chat telemetry-test", "invoke_agent Researcher", "chat telemetry-test"],
            own.Select(span => span.DisplayName));
        Assert.Equal(10, chat.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(5, chat.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal("chat", chat.GetTagItem("gen_ai.operation.name"));
        var tool = own.Single(span => span.DisplayName == "execute_tool unknown");
        Assert.Equal(ActivityStatusCode.Error, tool.Status);
        var member = own.Single(span => span.DisplayName == "invoke_agent Researcher");
        Assert.Equal(member.SpanId, tool.ParentSpanId);
        Assert.Equal(ActivityKind.Client, chat.Kind);
    }

    [Fact]
    public async Task Tokens_tool_calls_steps_and_durations_are_measured()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("OLLAMA_MODEL", "metric-test"));
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Tmcp.Agent" && ReferenceEquals(instrument.Meter.Scope, agent.MeterFactory))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured.AddOrUpdate(instrument.Name, 1, (_, count) => count + 1));
        listener.Start();
        agent.Model.Then(Replies.Text("Researcher"), Replies.Call("list_collections", "{}"), Replies.Text("ok"), Replies.Text("FINISH"));

        await agent.ChatAsync("go");
        await Until.TrueAsync(() => measured.ContainsKey("tmcp.agent.chats"));

        Assert.Equal(60, measured["gen_ai.client.token.usage"]);
        Assert.Equal(6, measured["gen_ai.client.operation.duration"]); // four model calls, one tool call, one member
        Assert.Equal(1, measured["tmcp.agent.tool.calls"]);
        Assert.Equal(1, measured["tmcp.agent.chats"]);
        await Until.TrueAsync(() => measured.ContainsKey("tmcp.agent.chat.steps"));
        Assert.Equal(4, measured["tmcp.agent.chat.steps"]);
    }
}
