using System.Text.Json;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Intake.Formats;

/// <summary>
/// A Kibana rule's webhook action. Kibana lets a person write the body from variables; TMCP's form is
/// <c>{"rule":{"id":"{{rule.id}}","name":"{{rule.name}}"},"alert":{"id":"{{alert.id}}","actionGroup":"{{alert.actionGroup}}"},
/// "context":{"message":"{{context.message}}","reason":"{{context.reason}}"},"date":"{{date}}"}</c>; the flat names of older versions
/// (<c>rule_name</c>, <c>alert_id</c>, <c>alertActionGroup</c>) are read too.
/// </summary>
internal static class KibanaFormat
{
    public static Signal Read(JsonElement body, DateTimeOffset now)
    {
        var rule = body.Object("rule") ?? default;
        var alert = body.Object("alert") ?? default;
        var context = body.Object("context") ?? default;

        var name = rule.FirstText("name", "id") ?? body.FirstText("rule_name", "ruleName", "alertName")
            ?? throw new BodyException("The Kibana action names no rule. Send {\"rule\": {\"name\": \"{{rule.name}}\"}, …}.");
        var instance = alert.Text("id") ?? body.FirstText("alert_id", "alertInstanceId", "alertId");
        var action = alert.FirstText("actionGroup", "actionGroupName") ?? body.FirstText("alertActionGroup", "alert_action_group", "actionGroup") ?? "";
        var labels = body.Labels("labels");
        labels["alertname"] = name;
        if (instance is not null && instance != name)
            labels["instance"] = instance;
        if (rule.Text("id") is { } id)
            labels["rule_id"] = id;

        var service = body.FirstText("service_name", "service") ?? context.FirstText("serviceName", "service")
            ?? (ServiceLabel.Find(labels) is var found && found == ServiceLabel.Unknown && instance is { Length: > 0 } ? instance : found);
        return new Signal
        {
            Source = "kibana",
            Resolved = action.StartsWith("recovered", StringComparison.OrdinalIgnoreCase),
            Service = service,
            Severity = SeverityWords.Find(body.Text("severity") ?? labels.GetValueOrDefault("severity")) ?? ByAction(action),
            Name = name,
            Message = context.FirstText("message", "reason", "title") ?? body.FirstText("message", "reason") ?? $"Rule {name} is {(action.Length > 0 ? action : "active")}.",
            At = body.Time("date", now),
            Labels = labels,
            Link = context.FirstText("alertDetailsUrl", "link", "viewInAppUrl") ?? rule.Text("url"),
        };
    }

    // Kibana's own rules name their groups so: "metrics.threshold.fired", "metrics.threshold.warning", "critical".
    private static Severity ByAction(string action) =>
        action.Contains("warn", StringComparison.OrdinalIgnoreCase) ? Severity.Warning
        : action.Contains("critical", StringComparison.OrdinalIgnoreCase) ? Severity.Critical
        : Severity.Error;
}
