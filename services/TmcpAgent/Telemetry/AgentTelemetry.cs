using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Telemetry;

/// <summary>
/// Spans and metrics of the agent, named by the OpenTelemetry conventions for generative AI. They hold names, counts and durations,
/// never what was said.
/// </summary>
internal sealed class AgentTelemetry
{
    public const string Name = "Tmcp.Agent";

    private static readonly ActivitySource Source = new(Name);

    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _operations;
    private readonly Counter<long> _toolCalls;
    private readonly Counter<long> _chats;
    private readonly Histogram<int> _steps;
    private readonly Histogram<double> _generations;

    public AgentTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _tokens = meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of one model call.");
        _operations = meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "Duration of model calls, tool calls and members' turns.");
        _toolCalls = meter.CreateCounter<long>("tmcp.agent.tool.calls", "{call}", "Tools called, by name and outcome.");
        _chats = meter.CreateCounter<long>("tmcp.agent.chats", "{chat}", "Chats ended, by outcome.");
        _steps = meter.CreateHistogram<int>("tmcp.agent.chat.steps", "{step}", "Model calls of one chat.");
        _generations = meter.CreateHistogram<double>("tmcp.agent.generation.duration", "s", "Duration of generator runs, by route and outcome.");
    }

    public Operation StartModelCall(ModelOptions options)
    {
        var operation = Start("chat", options.Name, ActivityKind.Client);
        operation.Tag("gen_ai.provider.name", "openai");
        operation.Tag("gen_ai.request.model", options.Name);
        operation.Tag("server.address", options.BaseUrl.Host);
        operation.Tag("server.port", options.BaseUrl.Port);
        operation.OnTokens = (kind, count) => _tokens.Record(
            count, new("gen_ai.operation.name", "chat"), new("gen_ai.request.model", options.Name), new("gen_ai.token.type", kind));
        return operation;
    }

    public Operation StartToolCall(string tool)
    {
        var operation = Start("execute_tool", tool, ActivityKind.Internal);
        operation.Tag("gen_ai.tool.name", tool);
        operation.OnEnd = outcome => _toolCalls.Add(1, new("gen_ai.tool.name", tool), new("outcome", outcome));
        return operation;
    }

    public Operation StartMember(string member)
    {
        var operation = Start("invoke_agent", member, ActivityKind.Internal);
        operation.Tag("gen_ai.agent.name", member);
        return operation;
    }

    public void ChatEnded(string outcome, int steps)
    {
        _chats.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _steps.Record(steps);
    }

    public void GenerationEnded(string action, string outcome, TimeSpan duration) =>
        _generations.Record(duration.TotalSeconds, new("action", action), new("outcome", outcome));

    private Operation Start(string operation, string target, ActivityKind kind) =>
        new(Source.StartActivity($"{operation} {target}", kind), operation, _operations);
}
