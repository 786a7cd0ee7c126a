using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has ended.</summary>
/// <param name="resource">The resource.</param>
/// <param name="services">The application's services.</param>
/// <param name="resourceEvent">Its last snapshot.</param>
public class ResourceStoppedEvent(IResource resource, IServiceProvider services, ResourceEvent resourceEvent) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc />
    public IResource Resource { get; } = resource;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>Its last snapshot.</summary>
    public ResourceEvent ResourceEvent { get; } = resourceEvent;
}
