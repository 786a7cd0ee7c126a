using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Process;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration.Output;

/// <summary>Follows every resource until it is healthy for the first time, or has failed, and tells the timeline.</summary>
internal sealed class ResourceTimeline(StartupTimeline timeline, ResourceNotificationService notifications, TimeProvider time)
{
    private readonly Dictionary<string, Progress> _open = new(StringComparer.Ordinal);

    /// <summary>Runs until cancelled.</summary>
    public async Task FollowAsync(IEnumerable<IResource> resources, CancellationToken cancellationToken)
    {
        foreach (var id in resources.SelectMany(resource => resource.ResourceIds()))
            _open[id] = new Progress();
        try
        {
            await foreach (var change in notifications.WatchAsync(cancellationToken))
            {
                if (_open.TryGetValue(change.ResourceId, out var progress))
                    Take(change, progress);
            }
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }

    private void Take(ResourceEvent change, Progress progress)
    {
        var snapshot = change.Snapshot;
        var state = snapshot.State?.Text;
        if (state == KnownResourceStates.Waiting)
        {
            progress.WaitingSince ??= time.GetTimestamp();
            progress.WaitedFor.UnionWith(change.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name));
        }
        else if (progress is { WaitingSince: { } since, Waited: null })
        {
            progress.Waited = time.GetElapsedTime(since);
        }

        var outcome = Outcome(snapshot, state);
        if (outcome is null)
            return;
        _open.Remove(change.ResourceId);
        var name = change.Resource is DashboardResource ? "dashboard" : change.Resource.Name;
        if (!snapshot.IsHidden || change.Resource is DashboardResource || state == KnownResourceStates.FailedToStart)
            timeline.Resource(name, $"{outcome} after {StartupTimeline.Seconds(timeline.Elapsed)}{progress.Describe()}");
    }

    private static string? Outcome(CustomResourceSnapshot snapshot, string? state) =>
        snapshot.HealthStatus == HealthStatus.Healthy ? (snapshot.HealthReports.IsDefaultOrEmpty ? "running" : "healthy")
        : state == KnownResourceStates.FailedToStart ? "failed to start"
        : state is not null && KnownResourceStates.TerminalStates.Contains(state) ? (snapshot.ExitCode is 0 or null ? "done" : $"ended with exit code {snapshot.ExitCode}")
        : null;

    private sealed class Progress
    {
        public long? WaitingSince { get; set; }

        public TimeSpan? Waited { get; set; }

        public SortedSet<string> WaitedFor { get; } = new(StringComparer.Ordinal);

        public string Describe() => Waited is { } waited ? $" (waited {StartupTimeline.Seconds(waited)} for {string.Join(", ", WaitedFor)})" : "";
    }
}
