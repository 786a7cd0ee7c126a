namespace Tmcp.AiOps.Context;

/// <summary>What is known around an incident, bounded in size.</summary>
internal sealed record IncidentContext
{
    /// <summary>The service's own lines, oldest first; those of the alert itself among them.</summary>
    public IReadOnlyList<ContextLine> Lines { get; init; } = [];

    /// <summary>Errors of the services that it depends on, oldest first.</summary>
    public IReadOnlyList<ContextLine> DependencyLines { get; init; } = [];

    /// <summary>Errors of the service, minute by minute; empty when unknown.</summary>
    public IReadOnlyList<ErrorCount> Errors { get; init; } = [];

    /// <summary>When the service last said that it starts, if it did within the time looked at.</summary>
    public DateTimeOffset? LastStart { get; init; }

    /// <summary>Why there are no lines from the store; null when there are, or there simply are none.</summary>
    public string? Problem { get; init; }

    public IEnumerable<ContextLine> AllLines => Lines.Concat(DependencyLines);

    public int ErrorsBefore(DateTimeOffset at) => Errors.Where(count => count.At < at).Sum(count => count.Errors);

    public int ErrorsAfter(DateTimeOffset at) => Errors.Where(count => count.At >= at).Sum(count => count.Errors);
}

/// <param name="At">Begin of the minute.</param>
/// <param name="Errors">Lines of level error or worse.</param>
internal sealed record ErrorCount(DateTimeOffset At, int Errors);
