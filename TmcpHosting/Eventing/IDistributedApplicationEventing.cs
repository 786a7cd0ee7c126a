using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Publishes events of the application and its resources.</summary>
public interface IDistributedApplicationEventing
{
    /// <summary>Subscribes a handler to all events of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="callback">The handler.</param>
    /// <returns>The key to unsubscribe it.</returns>
    DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent;

    /// <summary>Subscribes a handler to the events of a type about one resource.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="resource">The resource.</param>
    /// <param name="callback">The handler.</param>
    /// <returns>The key to unsubscribe it.</returns>
    DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent;

    /// <summary>Ends a subscription.</summary>
    /// <param name="subscription">Its key.</param>
    void Unsubscribe(DistributedApplicationEventSubscription subscription);

    /// <summary>Runs the handlers of an event one after the other.</summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="event">The event.</param>
    /// <param name="cancellationToken">Passed to the handlers.</param>
    /// <returns>Ends when they are done; fails when one of them failed.</returns>
    Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent;

    /// <summary>Runs the handlers of an event.</summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="event">The event.</param>
    /// <param name="dispatchBehavior">How they run.</param>
    /// <param name="cancellationToken">Passed to the handlers.</param>
    /// <returns>Ends when they are done, or at once for the non-blocking ways.</returns>
    Task PublishAsync<T>(T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent;
}
