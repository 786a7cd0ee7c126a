using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Incidents;

/// <summary>What an alert does to its incident. Applying the same one twice changes nothing the second time.</summary>
internal static class IncidentChanges
{
    public static Incident Open(string id, Signal signal, DateTimeOffset now) => new()
    {
        Id = id,
        Group = signal.Group,
        Service = signal.Service,
        First = signal,
        OpenedAt = now,
        ChangedAt = now,
        Severity = signal.Severity,
        Count = signal.Count,
        Members = new Dictionary<string, bool>(StringComparer.Ordinal) { [signal.Fingerprint] = true },
    };

    /// <summary>The incident after the alert, and a word for the timeline, or null when nothing changed.</summary>
    public static (Incident Incident, string? What) Apply(this Incident incident, Signal signal, DateTimeOffset now, int maxMembers) =>
        signal.Resolved ? Resolve(incident, signal, now) : Fire(incident, signal, now, maxMembers);

    private static (Incident Incident, string? What) Fire(Incident incident, Signal signal, DateTimeOffset now, int maxMembers)
    {
        var known = incident.Members.TryGetValue(signal.Fingerprint, out var firing);
        var worst = signal.Severity > incident.Severity ? signal.Severity : incident.Severity;
        if (firing || (!known && incident.Members.Count >= maxMembers))
            return (incident with { Severity = worst }, null);
        var wasOver = incident.State != IncidentState.Firing;
        return (incident with
        {
            Severity = worst,
            Members = With(incident, signal.Fingerprint, firing: true),
            State = IncidentState.Firing,
            ResolvedAt = null,
            ChangedAt = wasOver ? now : incident.ChangedAt,
            Reopened = incident.Reopened + (wasOver ? 1 : 0),
        }, wasOver ? "reopened" : "joined");
    }

    private static (Incident Incident, string? What) Resolve(Incident incident, Signal signal, DateTimeOffset now)
    {
        if (!incident.Members.GetValueOrDefault(signal.Fingerprint))
            return (incident, null);
        var next = incident with { Members = With(incident, signal.Fingerprint, firing: false) };
        return next.IsFiring
            ? (next, "partly resolved")
            : (next with { State = IncidentState.Resolved, ResolvedAt = signal.At, ChangedAt = now }, "resolved");
    }

    private static Dictionary<string, bool> With(Incident incident, string fingerprint, bool firing) =>
        new(incident.Members, StringComparer.Ordinal) { [fingerprint] = firing };
}
