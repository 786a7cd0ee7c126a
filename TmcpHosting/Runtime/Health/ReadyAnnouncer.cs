using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Raises <see cref="ResourceReadyEvent"/> once for every start of a resource, and shows it in the snapshots that wait for it.</summary>
internal sealed class ReadyAnnouncer(
    ResourceNotificationService notifications, IDistributedApplicationEventing eventing, ResourceLoggerService loggers, IServiceProvider services)
{
    /// <summary>Raises the event when a replica is healthy without having been ready, and none is still on its way.</summary>
    public async Task AnnounceIfDueAsync(IResource resource, CancellationToken cancellationToken)
    {
        var states = notifications.CurrentStates().Where(current => current.Resource.HasName(resource.Name)).ToArray();
        var due = states.Where(current => IsDue(current.Snapshot)).ToArray();
        if (due.Length == 0 || resource.ResourceIds().Any(id => IsOnItsWay(states.FirstOrDefault(current => current.ResourceId == id))))
            return;

        var handlers = Task.Run(() => eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken), CancellationToken.None);
        _ = LogFailureAsync(resource, handlers);
        var ready = new EventSnapshot(handlers);
        foreach (var current in due)
        {
            await notifications.PublishUpdateAsync(
                resource, current.ResourceId, snapshot => IsDue(snapshot) ? snapshot with { ResourceReadyEvent = ready } : snapshot).ConfigureAwait(false);
        }
    }

    private static bool IsDue(CustomResourceSnapshot snapshot)
        => SnapshotRules.IsRunning(snapshot) && snapshot.HealthStatus == HealthStatus.Healthy && snapshot.ResourceReadyEvent is null;

    private static bool IsOnItsWay(ResourceEvent? current)
        => current?.Snapshot.State?.Text is { } state
            && (state == KnownResourceStates.Starting || state == KnownResourceStates.Waiting || state == KnownResourceStates.Building);

    private async Task LogFailureAsync(IResource resource, Task handlers)
    {
        try
        {
            await handlers.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
        catch (Exception exception) // foreign code: who waits for the resource gets it too, the log always
        {
            loggers.GetLogger(resource).LogError(exception, "A handler of the ready event failed. Resources that wait for '{Resource}' do not start.", resource.Name);
        }
    }
}
