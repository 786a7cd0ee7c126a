using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tmcp.AiOps.Telemetry;

/// <summary>One span with its duration metric.</summary>
internal sealed class Step(Activity? activity, string name, Histogram<double> durations) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private string _outcome = "cancelled";

    public void Tag(string key, object value) => activity?.SetTag(key, value);

    public void Succeed(string outcome = "ok") => _outcome = outcome;

    /// <summary>Only the kind of failure: texts may quote what an alert said.</summary>
    public void Fail(string kind)
    {
        _outcome = "error";
        activity?.SetTag("error.type", kind).SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        durations.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new("step", name), new("outcome", _outcome));
        activity?.Dispose();
    }
}
