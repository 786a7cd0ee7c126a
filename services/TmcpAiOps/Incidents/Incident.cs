using System.Text.Json.Serialization;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;

namespace Tmcp.AiOps.Incidents;

/// <summary>One trouble, from its first alert to its last message. Changed only by whoever holds its lease.</summary>
internal sealed record Incident
{
    public required string Id { get; init; }

    public required string Group { get; init; }

    public required string Service { get; init; }

    /// <summary>The alert that opened it.</summary>
    public required Signal First { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public IncidentState State { get; init; } = IncidentState.Firing;

    public Severity Severity { get; init; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>How often it came back after it was resolved.</summary>
    public int Reopened { get; init; }

    /// <summary>Alerts and lines seen, as far as known when it was last worked on.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Fingerprints of its alerts: true while firing.</summary>
    public IReadOnlyDictionary<string, bool> Members { get; init; } = new Dictionary<string, bool>();

    public AnalysisResult? Analysis { get; init; }

    /// <summary>The message about it, once sent.</summary>
    public Notification? Notification { get; init; }

    [JsonIgnore]
    public bool IsFiring => Members.Values.Contains(true);
}

/// <summary>What was told.</summary>
/// <param name="MessageId">Id of the message; null when it was never confirmed.</param>
/// <param name="Told">What the message says: <see cref="Presentation"/>.</param>
/// <param name="At">When.</param>
/// <param name="Unconfirmed">Sends that got no answer: each may or may not have arrived.</param>
internal sealed record Notification(string? MessageId, string? Told, DateTimeOffset At, int Unconfirmed);
