using System.Text.Json;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Logs;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>
/// One record of the log shipper: <c>{"message":"fail: …","stream":"stderr","kubernetes":{"namespace_name":"default",
/// "pod_name":"agent-deployment-7d9f8b6c5-x2x9z","labels":{"app":"agent"}}}</c>; Docker's records have <c>log</c> for <c>message</c>.
/// </summary>
internal sealed record LogRecord(string Line, string Service, string Place, string? Level, DateTimeOffset At)
{
    public const string Source = "logs";

    /// <summary>The record, or null when it has neither <c>log</c> nor <c>message</c>.</summary>
    /// <exception cref="BodyException">A field has a wrong shape.</exception>
    public static LogRecord? Read(JsonElement record, DateTimeOffset now)
    {
        if (record.ValueKind != JsonValueKind.Object)
            throw new BodyException($"A log record is {JsonReading.Describe(record)}, not an object. Send {{\"message\": \"…\", \"kubernetes\": {{…}}}}.");
        var nested = record.TryGetProperty("log", out var log) && log.ValueKind == JsonValueKind.Object;
        var line = (nested ? null : record.Text("log")) ?? record.Text("message");
        if (line is null)
            return null;

        var kubernetes = record.Object("kubernetes") ?? default;
        var labels = kubernetes.Labels("labels");
        var service = (record.TryGetProperty("service", out var named) && named.ValueKind == JsonValueKind.Object ? named.Text("name") : null)
            ?? record.FirstText("service.name", "service_name")
            ?? First(labels, "app", "app.kubernetes.io/name", "app_kubernetes_io/name")
            ?? (kubernetes.FirstText("pod_name") is { } pod ? ServiceName.FromPod(pod) : kubernetes.FirstText("container_name"))
            ?? ServiceLabel.Unknown;
        var level = (nested ? log.Text("level") : null) ?? record.FirstText("log.level", "level", "severity");
        return new LogRecord(
            line.TrimEnd('\n', '\r'), service, kubernetes.FirstText("namespace_name") ?? "", level,
            record.Time(record.TryGetProperty("@timestamp", out _) ? "@timestamp" : "time", now));
    }

    public Signal ToSignal(Severity severity) => Alerts.Grouping.ByTemplate(
        new Signal
        {
            Source = LogRecord.Source,
            Service = Service,
            Severity = severity,
            Message = Line,
            At = At,
            Labels = Place.Length > 0 ? new Dictionary<string, string> { ["namespace"] = Place } : [],
            Samples = [Line],
        },
        Place);

    private static string? First(Dictionary<string, string> labels, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (labels.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }
}
