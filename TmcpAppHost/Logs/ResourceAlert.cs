namespace Tmcp.AppHost.Logs;

/// <summary>An alert about a resource of this run.</summary>
/// <param name="Name">What kind of thing happened.</param>
/// <param name="Resource">To whom.</param>
/// <param name="Severity">warning, error or critical.</param>
/// <param name="Description">For a person.</param>
/// <param name="StartsAt">When it began.</param>
internal sealed record ResourceAlert(string Name, string Resource, string Severity, string Description, DateTimeOffset StartsAt)
{
    /// <summary>When it was over; null as long as it is not.</summary>
    internal DateTimeOffset? EndsAt { get; init; }

    /// <summary>Tells apart what is otherwise the same; null for none.</summary>
    internal string? Instance { get; init; }

    /// <summary>The body of Alertmanager's webhook, version 4 (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config).</summary>
    internal static object Body(params IReadOnlyList<ResourceAlert> alerts) => new
    {
        version = "4",
        status = alerts.All(alert => alert.EndsAt is not null) ? "resolved" : "firing",
        alerts = alerts.Select(alert => alert.ToJson()),
    };

    private object ToJson() => new
    {
        status = EndsAt is null ? "firing" : "resolved",
        labels = Labels(),
        annotations = new { description = Description },
        startsAt = StartsAt,
        endsAt = EndsAt ?? default,
    };

    private Dictionary<string, string> Labels()
    {
        var labels = new Dictionary<string, string> { ["alertname"] = Name, ["service"] = Resource, ["severity"] = Severity };
        if (Instance is not null)
            labels["instance"] = Instance;
        return labels;
    }
}
