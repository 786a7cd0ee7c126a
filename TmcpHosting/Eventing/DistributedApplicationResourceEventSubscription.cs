using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>A handler that was subscribed for one resource.</summary>
/// <param name="resource">The resource; null for all.</param>
/// <param name="callback">The handler.</param>
public class DistributedApplicationResourceEventSubscription(
    IResource? resource,
    Func<IDistributedApplicationResourceEvent, CancellationToken, Task> callback)
    : DistributedApplicationEventSubscription((@event, cancellationToken) => callback((IDistributedApplicationResourceEvent)@event, cancellationToken))
{
    /// <summary>The resource; null for all.</summary>
    public IResource? Resource { get; } = resource;
}
