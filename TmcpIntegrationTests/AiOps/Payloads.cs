using System.Text.Json;

namespace Tmcp.IntegrationTests;

/// <summary>Bodies as the monitoring systems and the log shipper send them.</summary>
internal static class Payloads
{
    public const string Message = "dial tcp 10.43.0.7:6379: connect: connection refused";

    public static string Alertmanager(string service, bool resolved = false) => JsonSerializer.Serialize(new
    {
        version = "4",
        groupKey = "{}:{alertname=\"CacheDown\"}",
        status = Status(resolved),
        receiver = "aiops",
        groupLabels = new { alertname = "CacheDown" },
        commonLabels = new { alertname = "CacheDown" },
        commonAnnotations = new { },
        externalURL = "http://alertmanager:9093",
        alerts = new[] { Alert(service, resolved) },
    });

    public static string Grafana(string service, bool resolved = false) => JsonSerializer.Serialize(new
    {
        receiver = "aiops", status = Status(resolved), orgId = 1, version = "1", title = "CacheDown", state = resolved ? "ok" : "alerting", message = Message,
        alerts = new[] { Alert(service, resolved) },
    });

    public static string GrafanaLegacy(string service, bool resolved = false) => JsonSerializer.Serialize(new
    {
        ruleId = 7, ruleName = "CacheDown", title = "[Alerting] CacheDown", state = resolved ? "ok" : "alerting", message = Message, tags = new { service },
    });

    public static string Kibana(string service, bool resolved = false) => JsonSerializer.Serialize(new
    {
        rule = new { id = "r-1", name = "CacheDown" },
        alert = new { id = service, actionGroup = resolved ? "recovered" : "critical" },
        context = new { message = Message },
        date = Now,
    });

    public static string Classic(string service) => JsonSerializer.Serialize(new { service_name = service, timestamp = Now, error_message = Message });

    public static string Record(string service, string field = "message") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["stream"] = "stderr",
        ["logtag"] = "F",
        [field] = $"ERROR {Message}",
        ["kubernetes"] = new { namespace_name = "default", pod_name = $"{service}-deployment-7d9f8b6c5-x2x9z", labels = new { app = service } },
    });

    private static string Now => TimeProvider.System.GetUtcNow().ToString("O");

    private static string Status(bool resolved) => resolved ? "resolved" : "firing";

    private static object Alert(string service, bool resolved) => new
    {
        status = Status(resolved),
        labels = new { alertname = "CacheDown", service, severity = "critical", instance = "a" },
        annotations = new { description = Message },
        startsAt = Now,
        endsAt = resolved ? Now : "0001-01-01T00:00:00Z",
        generatorURL = "http://prometheus:9090/graph",
        fingerprint = "c0ffee",
    };
}
