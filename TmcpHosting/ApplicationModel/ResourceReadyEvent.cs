using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource runs and is healthy for the first time since its start; those who wait for it also wait for the handlers.</summary>
/// <param name="resource">The resource.</param>
/// <param name="services">The application's services.</param>
public class ResourceReadyEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc />
    public IResource Resource { get; } = resource;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;
}
