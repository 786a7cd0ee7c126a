namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states with a meaning; any other text is shown as it is.</summary>
public static class KnownResourceStates
{
    /// <summary>It ended; used for processes that could not be kept running and for containers that stopped.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>It could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>It is being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>It runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>Its image is being built.</summary>
    public static readonly string Building = nameof(Building);

    /// <summary>Its process ended.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>It waits for other resources.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>It is being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>The container runtime does not answer.</summary>
    public static readonly string RuntimeUnhealthy = nameof(RuntimeUnhealthy);

    /// <summary>Nobody has asked for it yet.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>It is a parameter without value.</summary>
    public static readonly string ValueMissing = nameof(ValueMissing);

    /// <summary>It is of use although nothing runs.</summary>
    public static readonly string Active = nameof(Active);

    /// <summary>The states that are left only by a new start.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}
