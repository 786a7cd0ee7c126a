using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// The state of all resources: who knows something new publishes it, everyone else watches or waits. Resources are found by name or
/// by the id of an instance, in any case of letters. Thread-safe; a watcher sees each update of a resource exactly once and in order.
/// </summary>
public partial class ResourceNotificationService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceState> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ResourceState> _announced = [];
    private readonly List<ChannelWriter<ResourceEvent>> _watchers = [];
    private readonly Lock _announcing = new();
    private readonly CancellationTokenSource _disposing = new();
    private readonly ILogger _logger;
    private readonly CommandStates _commandStates;
    private readonly ResourceFailure _failure;
    private readonly DependencyWaiter _dependencies;
    private readonly DistributedApplicationModel? _model;
    private readonly WaitBehavior _defaultBehavior;
    private readonly CancellationToken _stopping;

    internal ResourceNotificationService(
        IServiceProvider services,
        ResourceLoggerService loggers,
        ILogger<ResourceNotificationService> logger,
        DistributedApplicationModel? model,
        WaitBehavior defaultBehavior,
        CancellationToken stopping)
    {
        _logger = logger;
        _model = model;
        _defaultBehavior = defaultBehavior;
        _stopping = stopping;
        _commandStates = new CommandStates(services, logger);
        _failure = new ResourceFailure(loggers);
        _dependencies = new DependencyWaiter(this, loggers, _failure, defaultBehavior);
    }

    /// <summary>The last known state of a resource. Of several replicas, the first that was published.</summary>
    /// <param name="resourceId">Id of an instance, or name of a resource.</param>
    /// <param name="resourceEvent">The state, when there is one.</param>
    /// <returns>False when nothing has been published.</returns>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        resourceEvent = _states.TryGetValue(resourceId, out var state) ? state.Last : null;
        resourceEvent ??= CurrentStates().FirstOrDefault(current => current.Resource.IsCalled(resourceId));
        return resourceEvent is not null;
    }

    /// <summary>Watches all resources: first the current state of each, then every update.</summary>
    /// <param name="cancellationToken">Ends the watch with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The updates. Ends when the service is disposed.</returns>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var channel = Channel.CreateUnbounded<ResourceEvent>(new UnboundedChannelOptions { SingleReader = true });
        ResourceEvent[] current;
        lock (_announcing)
        {
            current = [.. _announced.Select(state => state.Last!)];
            if (_disposing.IsCancellationRequested)
                channel.Writer.Complete();
            else
                _watchers.Add(channel.Writer);
        }

        try
        {
            foreach (var resourceEvent in current)
                yield return resourceEvent;

            await foreach (var resourceEvent in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return resourceEvent;
        }
        finally
        {
            lock (_announcing)
                _watchers.Remove(channel.Writer);
        }
    }

    /// <summary>Updates the state of a resource, of all its instances when it has several.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="stateFactory">Makes the new snapshot of the last one. It runs under a lock: keep it short.</param>
    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(stateFactory);
        foreach (var id in resource.ResourceIds())
            Publish(resource, id, stateFactory);
        return Task.CompletedTask;
    }

    /// <summary>Updates the state of one instance of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="resourceId">Id of the instance.</param>
    /// <param name="stateFactory">Makes the new snapshot of the last one. It runs under a lock: keep it short.</param>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        ArgumentNullException.ThrowIfNull(stateFactory);
        Publish(resource, resourceId, stateFactory);
        return Task.CompletedTask;
    }

    /// <summary>Ends all watches and waits.</summary>
    public void Dispose()
    {
        lock (_announcing)
        {
            if (!_disposing.IsCancellationRequested)
                _disposing.Cancel();
            foreach (var watcher in _watchers)
                watcher.TryComplete();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The current state of every resource, in the order of their first update.</summary>
    internal IReadOnlyList<ResourceEvent> CurrentStates()
    {
        lock (_announcing)
            return [.. _announced.Select(state => state.Last!)];
    }

    // Updates of one id take turns, so none is lost; announcing is one step for all ids, so that every watcher sees one order
    // and a new watcher's replay meets its first update exactly.
    private void Publish(IResource resource, string id, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        var state = _states.GetOrAdd(id, (key, owner) => new ResourceState(owner, key), resource);
        lock (state.Turn)
        {
            var before = state.Last?.Snapshot ?? SnapshotRules.Initial(resource);
            var after = SnapshotRules.Following(resource, before, stateFactory(before));
            after = after with { Commands = _commandStates.For(resource, after) };
            if (before.State?.Text != after.State?.Text)
                NotificationLog.StateChanged(_logger, resource.Name, id, after.State?.Text);
            Announce(state, new ResourceEvent(resource, id, after));
        }
    }

    private void Announce(ResourceState state, ResourceEvent resourceEvent)
    {
        lock (_announcing)
        {
            if (state.Last is null)
                _announced.Add(state);
            state.Last = resourceEvent;
            foreach (var watcher in _watchers)
                watcher.TryWrite(resourceEvent);
        }
    }
}
