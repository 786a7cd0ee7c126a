using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>
/// Alertmanager's webhook, version 4, and Grafana's, which is the same with more fields:
/// <c>{"version":"4","status":"firing","alerts":[{"status":"firing","labels":{},"annotations":{},"startsAt":"…","endsAt":"…","generatorURL":"…"}]}</c>.
/// </summary>
internal static class GroupedFormat
{
    public static IReadOnlyList<Signal> Read(JsonElement body, DateTimeOffset now)
    {
        var alerts = body.GetProperty("alerts");
        if (alerts.ValueKind != JsonValueKind.Array)
            throw new BodyException($"Field 'alerts' is {JsonReading.Describe(alerts)}, not a list. Send Alertmanager's webhook body, version 4.");
        if (alerts.GetArrayLength() == 0)
            throw new BodyException("Field 'alerts' is an empty list. Send at least one alert.");
        if (body.Text("version") is { } version && version is not ("4" or "1"))
            throw new BodyException($"The body has version '{Texts.Cut(version, 20)}'. Send version 4 (Alertmanager) or 1 (Grafana).");

        var grafana = body.TryGetProperty("orgId", out _) || body.Text("version") == "1";
        var common = body.Labels("commonAnnotations");
        var signals = new List<Signal>(alerts.GetArrayLength());
        foreach (var alert in alerts.EnumerateArray())
            signals.Add(ReadOne(alert, body, common, grafana, signals.Count, now));
        return signals;
    }

    private static Signal ReadOne(
        JsonElement alert, JsonElement body, Dictionary<string, string> common, bool grafana, int index, DateTimeOffset now)
    {
        if (alert.ValueKind != JsonValueKind.Object)
            throw new BodyException($"alerts[{index}] is {JsonReading.Describe(alert)}, not an object. Send one object for each alert.");
        var labels = alert.Labels("labels");
        var annotations = alert.Labels("annotations");
        var status = alert.Text("status") ?? body.Text("status") ?? "firing";
        if (status is not ("firing" or "resolved"))
            throw new BodyException($"alerts[{index}].status is '{Texts.Cut(status, 40)}'. Send 'firing' or 'resolved'.");
        if (labels.Count == 0 && annotations.Count == 0)
            throw new BodyException($"alerts[{index}] has neither labels nor annotations. Send at least a label 'alertname'.");

        var resolved = status == "resolved";
        var name = labels.GetValueOrDefault("alertname", "");
        var severity = SeverityWords.Find(labels.GetValueOrDefault("severity") ?? labels.GetValueOrDefault("priority")) ?? Severity.Error;
        var starts = alert.Time("startsAt", now);
        return new Signal
        {
            Source = grafana ? "grafana" : "alertmanager",
            Resolved = resolved,
            Service = ServiceLabel.Find(labels),
            Severity = severity,
            Name = name,
            Message = Describe(annotations, common, name),
            At = resolved ? alert.Time("endsAt", now) : starts,
            Labels = labels,
            Link = alert.FirstText("dashboardURL", "panelURL", "generatorURL"),
        };
    }

    private static string Describe(Dictionary<string, string> annotations, Dictionary<string, string> common, string name)
    {
        foreach (var key in (string[])["description", "message", "summary"])
        {
            if ((annotations.GetValueOrDefault(key) ?? common.GetValueOrDefault(key)) is { } text && !string.IsNullOrWhiteSpace(text))
                return text;
        }

        return name.Length > 0 ? $"Alert {name} is firing." : "An alert without description is firing.";
    }
}
