namespace Aspire.Hosting.ApplicationModel;

// Waiting for a resource by name; the dependencies of the model wait in DependencyWaiter.
public partial class ResourceNotificationService
{
    /// <summary>Waits until a resource is in a state, of several replicas any one.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance.</param>
    /// <param name="targetState">The state, in any case of letters. Null: <c>Running</c>. One that never comes is waited for without end.</param>
    /// <param name="cancellationToken">Ends the wait; the exception says how the resource is doing.</param>
    /// <exception cref="OperationCanceledException">The wait was ended, or the application stops.</exception>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default)
        => WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    /// <summary>Waits until a resource is in one of several states, of several replicas any one.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance.</param>
    /// <param name="targetStates">The states, in any case of letters.</param>
    /// <param name="cancellationToken">Ends the wait; the exception says how the resource is doing.</param>
    /// <returns>The state that came.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended, or the application stops.</exception>
    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        ArgumentNullException.ThrowIfNull(targetStates);
        var states = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var goal = string.Join(" or ", states);
        var found = await WaitAsync(
            resourceName, goal, resourceEvent => resourceEvent.Snapshot.State is { } state && states.Contains(state.Text), cancellationToken).ConfigureAwait(false);
        return found.Snapshot.State!.Text;
    }

    /// <summary>Waits until something is true of a resource, of several replicas any one.</summary>
    /// <param name="resourceName">Name of the resource, or id of an instance.</param>
    /// <param name="predicate">What has to be true.</param>
    /// <param name="cancellationToken">Ends the wait; the exception says how the resource is doing.</param>
    /// <returns>The update that made it true.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended, or the application stops.</exception>
    public Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        ArgumentNullException.ThrowIfNull(predicate);
        return WaitAsync(resourceName, "what is asked of it", predicate, cancellationToken);
    }

    /// <summary>Waits until a resource runs, is healthy and its ready handlers are done, with the default behaviour when it fails first.</summary>
    /// <param name="resourceName">Name of the resource, all its replicas, or id of an instance.</param>
    /// <param name="cancellationToken">Ends the wait; the exception says how the resource is doing.</param>
    /// <returns>The update that made it healthy.</returns>
    /// <exception cref="DistributedApplicationException">It ended or failed, or does not exist, and the default is not to wait for it to come back.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended, or the application stops.</exception>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
        => WaitForResourceHealthyAsync(resourceName, _defaultBehavior, cancellationToken);

    /// <summary>Waits until a resource runs, is healthy and its ready handlers are done.</summary>
    /// <param name="resourceName">Name of the resource, all its replicas, or id of an instance.</param>
    /// <param name="waitBehavior">What to do when it ends or fails first, or does not exist.</param>
    /// <param name="cancellationToken">Ends the wait; the exception says how the resource is doing.</param>
    /// <returns>The update that made it healthy.</returns>
    /// <exception cref="DistributedApplicationException">It ended or failed, or does not exist, and the behaviour is to stop then.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended, or the application stops.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        if (waitBehavior == WaitBehavior.StopOnResourceUnavailable && Unknown(resourceName) is { } unknown)
            throw new DistributedApplicationException(unknown);

        var latest = new Dictionary<string, ResourceEvent>(StringComparer.OrdinalIgnoreCase);
        var last = await WaitAsync(resourceName, "Running and healthy", IsReady, cancellationToken).ConfigureAwait(false);
        await DependencyWaiter.ReadyHandlersAsync(latest.Values, cancellationToken).ConfigureAwait(false);
        return last;

        bool IsReady(ResourceEvent resourceEvent)
        {
            latest[resourceEvent.ResourceId] = resourceEvent;
            if (waitBehavior == WaitBehavior.StopOnResourceUnavailable && DependencyRule.IsUnavailable(resourceEvent.Snapshot))
            {
                throw new DistributedApplicationException(
                    $"Waiting for '{resourceName}' to be healthy failed: {ResourceFailure.State(resourceEvent)}. {_failure.LastLines(resourceEvent.ResourceId)}");
            }

            return resourceEvent.Resource.HasName(resourceName)
                ? resourceEvent.Resource.AllReplicas(latest, DependencyRule.IsReady)
                : DependencyRule.IsReady(resourceEvent.Snapshot);
        }
    }

    /// <summary>
    /// Waits for everything that a resource waits for in the model, all at once. Meanwhile its state is <c>Waiting</c> and the
    /// property <c>resource.waitingFor</c> names what is still missing.
    /// </summary>
    /// <param name="resource">The resource that wants to start.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DistributedApplicationException">
    /// One of them failed; the message names it, its exit code and its last log lines.
    /// </exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return _dependencies.WaitAsync(resource, cancellationToken);
    }

    /// <summary>As <see cref="WaitForDependenciesAsync"/>, but the start command ends the wait without its result.</summary>
    internal Task WaitForDependenciesOrStartAsync(IResource resource, CancellationToken cancellationToken)
        => _dependencies.WaitOrStartAsync(resource, cancellationToken);

    private async Task<ResourceEvent> WaitAsync(
        string nameOrId, string goal, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping, _disposing.Token);
        try
        {
            await foreach (var resourceEvent in WatchAsync(ending.Token).ConfigureAwait(false))
            {
                if (IsAbout(resourceEvent, nameOrId) && predicate(resourceEvent))
                    return resourceEvent;
            }
        }
        catch (OperationCanceledException exception) when (ending.IsCancellationRequested)
        {
            throw new OperationCanceledException(Unfinished(nameOrId, goal, cancellationToken), exception, cancellationToken);
        }

        throw new OperationCanceledException(Unfinished(nameOrId, goal, cancellationToken));
    }

    private static bool IsAbout(ResourceEvent resourceEvent, string nameOrId)
        => resourceEvent.Resource.HasName(nameOrId) || StringComparer.OrdinalIgnoreCase.Equals(resourceEvent.ResourceId, nameOrId);

    private string Unfinished(string nameOrId, string goal, CancellationToken cancellationToken)
    {
        var why = cancellationToken.IsCancellationRequested ? "was cancelled or took too long" : "ended because the application stops";
        var known = CurrentStates().Where(current => IsAbout(current, nameOrId)).ToArray();
        var how = known.Length == 0
            ? Unknown(nameOrId) ?? $"Nothing has been heard of '{nameOrId}' yet."
            : $"{string.Join(", ", known.Select(ResourceFailure.State))}. {_failure.LastLines(nameOrId)}";
        return $"Waiting for '{nameOrId}' to be {goal} {why}. {how}";
    }

    private string? Unknown(string nameOrId)
    {
        if (_model is not { } model || model.FindByNameOrId(nameOrId) is not null || _states.ContainsKey(nameOrId))
            return null;
        var names = string.Join(", ", model.Resources.Select(resource => resource.Name).Order(StringComparer.Ordinal));
        return $"No resource is called '{nameOrId}'. There are: {(names.Length == 0 ? "none" : names)}.";
    }
}
