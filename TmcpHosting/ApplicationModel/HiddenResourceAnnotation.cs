namespace Aspire.Hosting.ApplicationModel;

/// <summary>The dashboard's list leaves the resource out: always, or once it has ended with one of the exit codes.</summary>
internal sealed class HiddenResourceAnnotation(IReadOnlyList<int>? onExitCodes) : IResourceAnnotation
{
    /// <summary>Whether a snapshot of the resource is hidden by now.</summary>
    public bool Hides(CustomResourceSnapshot snapshot) =>
        onExitCodes is null || (SnapshotRules.HasEnded(snapshot) && snapshot.ExitCode is { } exitCode && onExitCodes.Contains(exitCode));
}
