using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Lifecycle;

/// <summary>A service that subscribes to events when the application starts.</summary>
public interface IDistributedApplicationEventingSubscriber
{
    /// <summary>Subscribes.</summary>
    /// <param name="eventing">Where to.</param>
    /// <param name="executionContext">Run or publish.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>Ends when it is done.</returns>
    Task SubscribeAsync(IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken);
}
