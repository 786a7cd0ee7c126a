using System.Diagnostics.Metrics;

namespace Tmcp.Bridge.Telemetry;

/// <summary>Meter <c>Tmcp.Bridge</c>.</summary>
internal sealed class BridgeMetrics
{
    public const string MeterName = "Tmcp.Bridge";

    private readonly Counter<long> _calls;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _sessions;

    public BridgeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _calls = meter.CreateCounter<long>("tmcp.bridge.calls", "{call}", "Tool calls and resource reads, by target and outcome.");
        _duration = meter.CreateHistogram(
            "tmcp.bridge.call.duration",
            "s",
            "Time of a tool call or resource read, PocketBase included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        _sessions = meter.CreateUpDownCounter<long>("tmcp.bridge.sse.sessions", "{session}", "Open SSE sessions.");
    }

    public void CallEnded(string target, CallOutcome outcome, TimeSpan duration)
    {
        var tags = new System.Diagnostics.TagList
        {
            { "tmcp.bridge.target", target },
            { "tmcp.bridge.outcome", outcome switch { CallOutcome.Ok => "ok", CallOutcome.Error => "error", CallOutcome.Rejected => "rejected", _ => "failed" } },
        };
        _calls.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void SessionOpened() => _sessions.Add(1);

    public void SessionClosed() => _sessions.Add(-1);
}
