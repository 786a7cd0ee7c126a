using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Eventing;

/// <summary>Handlers by type of event, in the order of their subscription. Thread-safe.</summary>
internal sealed class DistributedApplicationEventing : IDistributedApplicationEventing
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, List<DistributedApplicationEventSubscription>> _subscriptions = [];

    /// <summary>Where failures go that no publisher waits for. Set when the services exist.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Add<T>(new DistributedApplicationEventSubscription((@event, cancellationToken) => callback((T)@event, cancellationToken)));
    }

    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(callback);
        return Add<T>(new DistributedApplicationResourceEventSubscription(
            resource,
            (@event, cancellationToken) => ReferenceEquals(@event.Resource, resource) ? callback((T)@event, cancellationToken) : Task.CompletedTask));
    }

    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        lock (_lock)
        {
            foreach (var subscriptions in _subscriptions.Values)
                subscriptions.Remove(subscription);
        }
    }

    public Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
        => PublishAsync(@event, EventDispatchBehavior.BlockingSequential, cancellationToken);

    public Task PublishAsync<T>(T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(@event);
        DistributedApplicationEventSubscription[] handlers;
        lock (_lock)
            handlers = _subscriptions.TryGetValue(@event.GetType(), out var found) ? [.. found] : [];
        if (handlers.Length == 0)
            return Task.CompletedTask;

        switch (dispatchBehavior)
        {
            case EventDispatchBehavior.BlockingSequential:
                return InTurnAsync(handlers, @event, cancellationToken);
            case EventDispatchBehavior.BlockingConcurrent:
                return AtOnceAsync(handlers, @event, cancellationToken);
            case EventDispatchBehavior.NonBlockingSequential:
                _ = Task.Run(() => UnattendedAsync(@event, () => InTurnAsync(handlers, @event, cancellationToken)), CancellationToken.None);
                return Task.CompletedTask;
            case EventDispatchBehavior.NonBlockingConcurrent:
                foreach (var handler in handlers)
                    _ = Task.Run(() => UnattendedAsync(@event, () => handler.Callback(@event, cancellationToken)), CancellationToken.None);
                return Task.CompletedTask;
            default:
                throw new ArgumentOutOfRangeException(nameof(dispatchBehavior), dispatchBehavior, "No such way to run the handlers of an event.");
        }
    }

    private DistributedApplicationEventSubscription Add<T>(DistributedApplicationEventSubscription subscription)
    {
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(typeof(T), out var subscriptions))
                _subscriptions[typeof(T)] = subscriptions = [];
            subscriptions.Add(subscription);
        }

        return subscription;
    }

    private static async Task InTurnAsync(
        DistributedApplicationEventSubscription[] handlers, IDistributedApplicationEvent @event, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
            await handler.Callback(@event, cancellationToken).ConfigureAwait(false);
    }

    private static Task AtOnceAsync(
        DistributedApplicationEventSubscription[] handlers, IDistributedApplicationEvent @event, CancellationToken cancellationToken)
        => Task.WhenAll(handlers.Select(handler => Task.Run(() => handler.Callback(@event, cancellationToken), CancellationToken.None)));

    private async Task UnattendedAsync(IDistributedApplicationEvent @event, Func<Task> run)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The application stops; nobody waits for the rest.
        }
        catch (Exception exception) // the publisher has moved on: the log is the only place left
        {
            var about = @event is IDistributedApplicationResourceEvent resourceEvent ? $" of '{resourceEvent.Resource.Name}'" : "";
            EventingLog.HandlerFailed(Logger, @event.GetType().Name, about, exception);
        }
    }
}
