using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>Grafana before 8: <c>{"title":"[Alerting] x","ruleName":"x","state":"alerting","message":"…","evalMatches":[],"tags":{}}</c>.</summary>
internal static class GrafanaLegacyFormat
{
    public static Signal Read(JsonElement body, DateTimeOffset now)
    {
        var labels = body.Labels("tags");
        var name = body.FirstText("ruleName", "title") ?? throw new BodyException("The Grafana alert has no 'ruleName'. Send Grafana's webhook body unchanged.");
        labels.TryAdd("alertname", name);
        var state = body.Text("state") ?? "alerting";
        return new Signal
        {
            Source = "grafana",
            Resolved = state is "ok" or "paused",
            Service = ServiceLabel.Find(labels),
            Severity = state switch
            {
                "alerting" => SeverityWords.Find(labels.GetValueOrDefault("severity")) ?? Severity.Error,
                "no_data" or "pending" => Severity.Warning,
                "ok" or "paused" => Severity.Error,
                _ => throw new BodyException($"The Grafana alert has state '{Texts.Cut(state, 40)}'. Send alerting, no_data, pending, paused or ok."),
            },
            Name = name,
            Message = body.FirstText("message", "title") ?? $"Alert {name} is {state}.",
            At = now,
            Labels = labels,
            Link = body.Text("ruleUrl"),
        };
    }
}
