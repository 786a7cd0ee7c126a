using System.Text.Json;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>Bodies as the monitoring systems send them.</summary>
internal static class Bodies
{
    public static string Classic(string service, string message, string at = "2026-11-21T06:00:00Z") =>
        JsonSerializer.Serialize(new { service_name = service, timestamp = at, error_message = message });

    public static string Alertmanager(string name, string service, string instance = "a", bool resolved = false, string severity = "critical", string? description = null) =>
        JsonSerializer.Serialize(new
        {
            version = "4",
            groupKey = $"{{}}:{{alertname=\"{name}\"}}",
            status = resolved ? "resolved" : "firing",
            receiver = "aiops",
            groupLabels = new { alertname = name },
            commonLabels = new { alertname = name },
            commonAnnotations = new { },
            externalURL = "http://alertmanager:9093",
            alerts = new[]
            {
                new
                {
                    status = resolved ? "resolved" : "firing",
                    labels = new { alertname = name, service, instance, severity },
                    annotations = new { description = description ?? $"{name} on {instance}" },
                    startsAt = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("O"),
                    endsAt = resolved ? DateTimeOffset.UtcNow.ToString("O") : "0001-01-01T00:00:00Z",
                    generatorURL = "http://prometheus:9090/graph",
                    fingerprint = "c0ffee",
                },
            },
        });

    public static string Record(string line, string app = "agent", string ns = "default") =>
        JsonSerializer.Serialize(new { stream = "stderr", logtag = "F", message = line, kubernetes = new { namespace_name = ns, pod_name = $"{app}-deployment-7d9f8b6c5-x2x9z", labels = new { app } } });
}
