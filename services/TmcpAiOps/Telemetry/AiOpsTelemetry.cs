using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tmcp.AiOps.Queue;

namespace Tmcp.AiOps.Telemetry;

/// <summary>
/// Spans and metrics of this service. They hold names, ids, counts and durations; never what an alert or a log line says.
/// Every alert and line received is counted exactly once in <c>tmcp.aiops.alerts</c>, with what became of it.
/// </summary>
internal sealed class AiOpsTelemetry
{
    public const string Name = "Tmcp.AiOps";

    private static readonly ActivitySource _source = new(Name);

    private readonly Counter<long> _received;
    private readonly Counter<long> _alerts;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _analyses;
    private readonly Counter<long> _modelCalls;
    private readonly Counter<long> _modelTokens;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _steps;
    private readonly Histogram<double> _latency;

    public AiOpsTelemetry(IMeterFactory meters, Backlog backlog)
    {
        var meter = meters.Create(Name);
        _received = meter.CreateCounter<long>("tmcp.aiops.received", "{alert}", "Alerts and log lines received, by route.");
        _alerts = meter.CreateCounter<long>("tmcp.aiops.alerts", "{alert}", "Alerts and log lines decided, by outcome.");
        _dropped = meter.CreateCounter<long>("tmcp.aiops.dropped", "{item}", "What was left out after it was accepted, by reason.");
        _retries = meter.CreateCounter<long>("tmcp.aiops.retries", "{retry}", "Work begun again, by what failed.");
        _analyses = meter.CreateCounter<long>("tmcp.aiops.analyses", "{analysis}", "Analyses made, by who made them and why.");
        _modelCalls = meter.CreateCounter<long>("tmcp.aiops.model.calls", "{call}", "Calls of the model, by outcome.");
        _modelTokens = meter.CreateCounter<long>("tmcp.aiops.model.tokens", "{token}", "Tokens of model calls, by direction.");
        _messages = meter.CreateCounter<long>("tmcp.aiops.messages", "{message}", "Messages sent to Discord, by kind and outcome.");
        _steps = meter.CreateHistogram<double>("tmcp.aiops.step.duration", "s", "Duration of the steps of an incident.");
        _latency = meter.CreateHistogram<double>("tmcp.aiops.alert.latency", "s", "From the acceptance of an alert to its message.");
        meter.CreateObservableGauge("tmcp.aiops.backlog", () => backlog.Length, "{entry}", "Accepted and not done yet.");
        meter.CreateObservableGauge("tmcp.aiops.dead_letters", () => backlog.DeadLetters, "{entry}", "Given up and not sent again.");
    }

    public void Received(string route, int count) => _received.Add(count, new KeyValuePair<string, object?>("route", route));

    public void Decided(string outcome, int count) => _alerts.Add(count, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dropped(string reason, int count) => _dropped.Add(count, new KeyValuePair<string, object?>("reason", reason));

    public void Retried(string cause) => _retries.Add(1, new KeyValuePair<string, object?>("cause", cause));

    public void Analysed(string by, string why) => _analyses.Add(1, new("by", by), new("why", why));

    public void ModelCalled(string outcome) => _modelCalls.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void ModelTokens(string direction, int count) => _modelTokens.Add(count, new KeyValuePair<string, object?>("direction", direction));

    public void MessageSent(string kind, string outcome) => _messages.Add(1, new("kind", kind), new("outcome", outcome));

    public void Told(TimeSpan sinceAccepted) => _latency.Record(sinceAccepted.TotalSeconds);

    /// <summary>The span of one entry's work: a child of the request that brought it, however long ago and in whatever process that was.</summary>
    public static Activity? StartEntry(StreamEntry entry)
    {
        var parent = ActivityContext.TryParse(entry.TraceParent, null, isRemote: true, out var request) ? request : default;
        var span = _source.StartActivity($"process {entry.Kind}", ActivityKind.Consumer, parent);
        span?.SetTag("messaging.system", "redis").SetTag("messaging.message.id", entry.Id).SetTag("tmcp.incident.id", entry.Incident);
        return span;
    }

    /// <summary>A step within an incident's work, with its duration metric. Without a verdict it counts as cancelled.</summary>
    public Step StartStep(string name, ActivityKind kind = ActivityKind.Internal) => new(_source.StartActivity(name, kind), name, _steps);
}
