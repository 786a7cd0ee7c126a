using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Watches the health of one resource. From the first <c>Running</c> it probes, quickly until the first healthy answer, then rarely,
/// and at once when a state changes. The first healthy answer of a start makes the resource ready.
/// </summary>
internal sealed class ResourceHealthMonitor(
    IResource resource, HealthProbe probe, ReadyAnnouncer ready, ResourceNotificationService notifications, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan s_timeStep = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Dictionary<string, string?> _states = new(StringComparer.OrdinalIgnoreCase);
    private volatile int _starts;

    /// <summary>Takes note of an update. Called by one thread, in order.</summary>
    public void Observe(ResourceEvent resourceEvent)
    {
        var state = resourceEvent.Snapshot.State?.Text;
        if (_states.TryGetValue(resourceEvent.ResourceId, out var before) && before == state)
            return;

        _states[resourceEvent.ResourceId] = state;
        if (SnapshotRules.IsRunning(resourceEvent.Snapshot))
            Interlocked.Increment(ref _starts);
        _changes.Writer.TryWrite(true);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var starts = 0;
        var wasHealthy = false;
        var failures = 0;
        while (true)
        {
            if (!Running().Any())
            {
                await ChangeAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var current = _starts;
            if (current != starts)
                (starts, wasHealthy, failures) = (current, false, 0);

            var status = await ProbeAsync(starts, cancellationToken).ConfigureAwait(false);
            if (status == HealthStatus.Healthy)
            {
                (wasHealthy, failures) = (true, 0);
                await ready.AnnounceIfDueAsync(resource, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                failures++;
            }

            var pause = SnapshotRules.CheckKeys(resource).Count == 0 ? Timeout.InfiniteTimeSpan : ProbeSchedule.After(status, wasHealthy, failures);
            await ChangeAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HealthStatus> ProbeAsync(int starts, CancellationToken cancellationToken)
    {
        var keys = SnapshotRules.CheckKeys(resource);
        if (keys.Count == 0)
            return HealthStatus.Healthy;

        var reports = await probe.RunAsync(keys, cancellationToken).ConfigureAwait(false);
        if (_starts != starts)
            return HealthStatus.Unhealthy; // it was about the process before this one

        foreach (var before in Running().ToArray())
        {
            if (!IsNews(before.Snapshot.HealthReports, reports))
                continue;

            await notifications.PublishUpdateAsync(
                resource, before.ResourceId, snapshot => SnapshotRules.IsRunning(snapshot) ? snapshot with { HealthReports = [.. reports] } : snapshot)
                .ConfigureAwait(false);
            var status = reports.Min(report => report.Status ?? HealthStatus.Unhealthy);
            if (before.Snapshot.HealthStatus != status)
                HealthLog.Changed(logger, resource.Name, before.ResourceId, status);
        }

        return reports.Min(report => report.Status ?? HealthStatus.Unhealthy);
    }

    // A quick series of probes that all say the same shows its time once a second, not twenty times.
    private static bool IsNews(IReadOnlyList<HealthReportSnapshot> known, IReadOnlyList<HealthReportSnapshot> reports)
        => known.Count != reports.Count || known.Zip(reports).Any(pair =>
            pair.First != pair.Second with { LastRunAt = pair.First.LastRunAt } || pair.Second.LastRunAt - pair.First.LastRunAt >= s_timeStep);

    private IEnumerable<ResourceEvent> Running() => notifications.CurrentStates()
        .Where(current => current.Resource.HasName(resource.Name) && SnapshotRules.IsRunning(current.Snapshot));

    private async Task ChangeAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = Task.Delay(longest, clock, ending.Token);
        await Task.WhenAny(pause, _changes.Reader.WaitToReadAsync(ending.Token).AsTask()).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        _changes.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
