using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Decides whether a dependency is there, from its snapshot alone.</summary>
internal static class DependencyRule
{
    public static DependencyVerdict Judge(Dependency dependency, CustomResourceSnapshot snapshot) => dependency.Type switch
    {
        WaitType.WaitForCompletion => JudgeCompletion(dependency, snapshot),
        WaitType.WaitUntilStarted when SnapshotRules.IsRunning(snapshot) => DependencyVerdict.Satisfied,
        WaitType.WaitUntilHealthy when IsReady(snapshot) => DependencyVerdict.Satisfied,
        _ => dependency.Behavior == WaitBehavior.StopOnResourceUnavailable && IsUnavailable(snapshot)
            ? DependencyVerdict.Failed
            : DependencyVerdict.Pending,
    };

    /// <summary>It runs, its checks agree, and its ready handlers have been called.</summary>
    public static bool IsReady(CustomResourceSnapshot snapshot)
        => SnapshotRules.IsRunning(snapshot) && snapshot.HealthStatus == HealthStatus.Healthy && snapshot.ResourceReadyEvent is not null;

    /// <summary>It will not get any further unless someone does something.</summary>
    public static bool IsUnavailable(CustomResourceSnapshot snapshot)
        => SnapshotRules.HasEnded(snapshot)
            || snapshot.State?.Text == KnownResourceStates.RuntimeUnhealthy
            || snapshot.State?.Text == KnownResourceStates.ValueMissing;

    // A process that ended without a known exit code has not succeeded; what never was a process has none to show.
    private static DependencyVerdict JudgeCompletion(Dependency dependency, CustomResourceSnapshot snapshot)
    {
        if (snapshot.State?.Text == KnownResourceStates.FailedToStart)
            return DependencyVerdict.Failed;
        if (snapshot.ExitCode is { } exitCode)
            return exitCode == dependency.ExitCode ? DependencyVerdict.Satisfied : DependencyVerdict.Failed;
        if (!SnapshotRules.HasEnded(snapshot))
            return DependencyVerdict.Pending;
        return dependency.Resource.HasAnnotationOfType<ResourceInstancesAnnotation>() ? DependencyVerdict.Failed : DependencyVerdict.Satisfied;
    }
}
