namespace Aspire.Hosting.Eventing;

/// <summary>A handler that was subscribed; the key to unsubscribe it.</summary>
/// <param name="callback">The handler.</param>
public class DistributedApplicationEventSubscription(Func<IDistributedApplicationEvent, CancellationToken, Task> callback)
{
    /// <summary>The handler.</summary>
    public Func<IDistributedApplicationEvent, CancellationToken, Task> Callback { get; } = callback;
}
