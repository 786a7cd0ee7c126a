namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a snapshot means to someone who waits.</summary>
internal enum DependencyVerdict
{
    /// <summary>Wait on.</summary>
    Pending,

    /// <summary>The wait is over.</summary>
    Satisfied,

    /// <summary>The wait has failed.</summary>
    Failed,
}
