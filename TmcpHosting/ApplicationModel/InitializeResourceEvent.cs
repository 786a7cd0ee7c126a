using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource is to begin its life; raised once, not waited for.</summary>
/// <param name="resource">The resource.</param>
/// <param name="services">The application's services.</param>
public class InitializeResourceEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc />
    public IResource Resource { get; } = resource;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;
}
