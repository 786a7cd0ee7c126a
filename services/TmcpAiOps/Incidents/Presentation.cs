using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Incidents;

/// <summary>What a message about an incident says in short; a message is edited when this differs from what it says.</summary>
internal static class Presentation
{
    public const string Flapping = "flapping";

    public static string Of(Incident incident, GroupingOptions options, DateTimeOffset now)
    {
        if (IsFlapping(incident, options, now))
            return Flapping;
        // Quiet is a guess and is not told: the message stays what it was.
        return incident.State == IncidentState.Resolved ? "resolved" : $"firing {SeverityWords.Name(incident.Severity)}";
    }

    public static bool IsFlapping(Incident incident, GroupingOptions options, DateTimeOffset now) =>
        incident.Reopened >= options.FlapLimit && now - incident.ChangedAt < options.FlapQuiet;
}
