using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Holds a resource back until what it waits for is there.</summary>
internal sealed class DependencyWaiter(
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    ResourceFailure failure,
    WaitBehavior defaultBehavior)
{
    /// <summary>Waits for all dependencies at once; the first that fails ends the wait.</summary>
    public async Task WaitAsync(IResource resource, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = Dependency.Of(resource, defaultBehavior)
            .Select(dependency => (Dependency: dependency, Task: WaitAsync(resource, dependency, ending.Token)))
            .ToList();
        if (waits.All(wait => wait.Task.IsCompletedSuccessfully))
            return;

        var logger = loggers.GetLogger(resource);
        await ShowAsync(isFirst: true).ConfigureAwait(false);
        foreach (var (dependency, _) in waits.Where(wait => !wait.Task.IsCompleted))
            logger.LogInformation("Waiting for '{Dependency}' {Goal}.", dependency.Resource.Name, dependency.Goal);

        try
        {
            while (waits.Count > 0)
            {
                await Task.WhenAny(waits.Select(wait => wait.Task)).ConfigureAwait(false);
                foreach (var done in waits.Where(wait => wait.Task.IsCompleted).ToArray())
                {
                    await done.Task.ConfigureAwait(false);
                    logger.LogInformation("'{Dependency}' is there.", done.Dependency.Resource.Name);
                    waits.Remove(done);
                }

                if (waits.Count > 0)
                    await ShowAsync(isFirst: false).ConfigureAwait(false);
            }
        }
        catch (DistributedApplicationException exception)
        {
            logger.LogError("{Reason}", exception.Message);
            throw;
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await notifications.PublishUpdateAsync(resource, snapshot => WaitingFor.Update(snapshot, [])).ConfigureAwait(false);
        }

        Task ShowAsync(bool isFirst)
        {
            string[] names = [.. waits.Where(wait => !wait.Task.IsCompleted).Select(wait => wait.Dependency.Resource.Name).Distinct()];
            return names.Length == 0 ? Task.CompletedTask : notifications.PublishUpdateAsync(
                resource, snapshot => isFirst ? WaitingFor.Begin(snapshot, [.. names]) : WaitingFor.Update(snapshot, [.. names]));
        }
    }

    /// <summary>As <see cref="WaitAsync(IResource, CancellationToken)"/>, but a waiting resource that is set to <c>Starting</c> starts at once.</summary>
    public async Task WaitOrStartAsync(IResource resource, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = WaitAsync(resource, ending.Token);
        if (waiting.IsCompleted)
        {
            await waiting.ConfigureAwait(false);
            return;
        }

        var start = notifications.WaitForResourceAsync(resource.Name, IsStarting, ending.Token);
        try
        {
            if (await Task.WhenAny(waiting, start).ConfigureAwait(false) == waiting || !start.IsCompletedSuccessfully)
                await waiting.ConfigureAwait(false);
            else
                loggers.GetLogger(resource).LogInformation("Started by command, without waiting any longer.");
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(waiting, start).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        static bool IsStarting(ResourceEvent resourceEvent) => resourceEvent.Snapshot.State?.Text == KnownResourceStates.Starting;
    }

    /// <summary>Waits until the handlers of <see cref="ResourceReadyEvent"/> are done.</summary>
    /// <exception cref="DistributedApplicationException">One of them failed.</exception>
    public static async Task ReadyHandlersAsync(IEnumerable<ResourceEvent> events, CancellationToken cancellationToken)
    {
        foreach (var ready in events.Where(ready => ready.Snapshot.ResourceReadyEvent is not null))
        {
            try
            {
                await ready.Snapshot.ResourceReadyEvent!.EventTask.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // any handler's failure, told with the resource
            {
                throw new DistributedApplicationException(
                    $"Resource '{ready.Resource.Name}' is healthy, but a handler of its ready event failed: {exception.Message} Correct the handler, or what it needs.",
                    exception);
            }
        }
    }

    private async Task WaitAsync(IResource resource, Dependency dependency, CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, ResourceEvent>(StringComparer.OrdinalIgnoreCase);
        await foreach (var resourceEvent in notifications.WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!resourceEvent.Resource.HasName(dependency.Resource.Name))
                continue;

            latest[resourceEvent.ResourceId] = resourceEvent;
            if (DependencyRule.Judge(dependency, resourceEvent.Snapshot) == DependencyVerdict.Failed)
                throw Failed(resource, dependency, resourceEvent);
            if (!dependency.Resource.AllReplicas(latest, snapshot => DependencyRule.Judge(dependency, snapshot) == DependencyVerdict.Satisfied))
                continue;

            if (dependency.Type == WaitType.WaitUntilHealthy)
                await ReadyHandlersAsync(latest.Values, cancellationToken).ConfigureAwait(false);
            return;
        }

        throw new OperationCanceledException($"Resource '{resource.Name}' waited for '{dependency.Resource.Name}' when the application stopped.");
    }

    private DistributedApplicationException Failed(IResource resource, Dependency dependency, ResourceEvent resourceEvent) => new(
        $"Resource '{resource.Name}' cannot start: it waits for '{dependency.Resource.Name}' {dependency.Goal}, but {ResourceFailure.State(resourceEvent)}. "
        + $"{failure.LastLines(resourceEvent.ResourceId)}{Environment.NewLine}"
        + $"Correct '{dependency.Resource.Name}' and start it, then start '{resource.Name}'.");
}
