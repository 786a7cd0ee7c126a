namespace Tmcp.AiOps.Alerts;

/// <summary>One thing that somebody reported, whatever the format it came in.</summary>
internal sealed record Signal
{
    /// <summary>Format it came in: alertmanager, grafana, kibana, classic, logs.</summary>
    public required string Source { get; init; }

    /// <summary>True: the trouble is over.</summary>
    public bool Resolved { get; init; }

    public required string Service { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Name of the alert or rule; empty for log lines.</summary>
    public string Name { get; init; } = "";

    /// <summary>What was reported, in its own words.</summary>
    public required string Message { get; init; }

    /// <summary>When the trouble began (or, resolved, when it ended), as the reporter says.</summary>
    public required DateTimeOffset At { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Page of the reporter about it, if it gave one.</summary>
    public string? Link { get; init; }

    /// <summary>Lines that stand for the many that were folded into this signal.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>How many alerts or lines this signal stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Same trouble, same fingerprint.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Troubles that belong in one message share a group; often just the fingerprint.</summary>
    public string Group { get; init; } = "";
}
