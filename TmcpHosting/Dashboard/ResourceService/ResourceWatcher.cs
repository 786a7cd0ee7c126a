using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Health = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>Carries every snapshot of every resource into the feed.</summary>
internal sealed partial class ResourceWatcher(
    ResourceNotificationService notifications,
    ResourceFeed feed,
    TimeProvider clock,
    ILogger<ResourceWatcher> logger)
{
    private readonly HashSet<string> _healthy = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var resourceEvent in notifications.WatchAsync(cancellationToken))
                Take(resourceEvent);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private void Take(ResourceEvent resourceEvent)
    {
        try
        {
            var message = ResourceMessage.Create(resourceEvent, HasBeenHealthy(resourceEvent));
            foreach (var violation in ResourceRules.Enforce(message, clock.GetUtcNow()))
                Report(resourceEvent.ResourceId, violation);
            feed.Upsert(message);
        }
        // Values come from everywhere; one that cannot be shown must cost one update of one row, not the list.
        catch (Exception exception)
        {
            Report(resourceEvent.ResourceId, exception.Message);
        }
    }

    private bool HasBeenHealthy(ResourceEvent resourceEvent)
    {
        if (resourceEvent.Snapshot.State?.Text != KnownResourceStates.Running)
            _healthy.Remove(resourceEvent.ResourceId);
        else if (resourceEvent.Snapshot.HealthStatus is Health.Healthy or Health.Degraded)
            _healthy.Add(resourceEvent.ResourceId);
        return _healthy.Contains(resourceEvent.ResourceId);
    }

    // Once: the same snapshot field comes with every update.
    private void Report(string resource, string violation)
    {
        if (_reported.Add($"{resource}: {violation}"))
            LeftOut(logger, resource, violation);
    }

    [LoggerMessage(LogLevel.Warning, "The dashboard shows resource '{Resource}' without a part of it: {Violation}. Correct it where the resource is described.")]
    private static partial void LeftOut(ILogger logger, string resource, string violation);
}
