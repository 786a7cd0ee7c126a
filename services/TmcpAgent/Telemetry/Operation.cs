using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Telemetry;

/// <summary>One span with its duration metric. Disposing it without a verdict counts as cancelled.</summary>
internal sealed class Operation : IDisposable
{
    private readonly Activity? _activity;
    private readonly string _name;
    private readonly Histogram<double> _durations;
    private readonly long _started = Stopwatch.GetTimestamp();
    private string _outcome = "cancelled";

    public Operation(Activity? activity, string name, Histogram<double> durations)
    {
        (_activity, _name, _durations) = (activity, name, durations);
        Tag("gen_ai.operation.name", name);
    }

    public Action<string, long>? OnTokens { get; set; }

    public Action<string>? OnEnd { get; set; }

    public void Tag(string key, object value) => _activity?.SetTag(key, value);

    public void Succeed() => _outcome = "ok";

    public void Succeed(ModelAnswer answer)
    {
        Succeed();
        Tag("gen_ai.usage.input_tokens", answer.InputTokens);
        Tag("gen_ai.usage.output_tokens", answer.OutputTokens);
        OnTokens?.Invoke("input", answer.InputTokens);
        OnTokens?.Invoke("output", answer.OutputTokens);
    }

    /// <summary>Only the kind of failure: texts may quote what was said.</summary>
    public void Fail(Exception exception)
    {
        if (exception is not OperationCanceledException)
            Fail(exception.GetType().Name);
    }

    public void Fail(string kind)
    {
        _outcome = "error";
        Tag("error.type", kind);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _durations.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new("gen_ai.operation.name", _name), new("outcome", _outcome));
        OnEnd?.Invoke(_outcome);
        _activity?.Dispose();
    }
}
