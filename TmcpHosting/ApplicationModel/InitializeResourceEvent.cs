using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource is to begin its life. Raised once; nothing waits for the handlers, which may run as long as the resource lives.</summary>
/// <param name="resource">The resource.</param>
/// <param name="distributedApplicationEventing">Where further events are published.</param>
/// <param name="resourceLoggerService">The logs of resources.</param>
/// <param name="resourceNotificationService">The states of resources.</param>
/// <param name="services">The application's services.</param>
public class InitializeResourceEvent(
    IResource resource,
    IDistributedApplicationEventing distributedApplicationEventing,
    ResourceLoggerService resourceLoggerService,
    ResourceNotificationService resourceNotificationService,
    IServiceProvider services) : IDistributedApplicationResourceEvent
{
    internal InitializeResourceEvent(IResource resource, IServiceProvider services)
        : this(
            resource,
            services.GetRequiredService<IDistributedApplicationEventing>(),
            services.GetRequiredService<ResourceLoggerService>(),
            services.GetRequiredService<ResourceNotificationService>(),
            services)
    {
    }

    /// <inheritdoc />
    public IResource Resource { get; } = resource;

    /// <summary>Where further events are published.</summary>
    public IDistributedApplicationEventing Eventing { get; } = distributedApplicationEventing;

    /// <summary>The log of the resource.</summary>
    public ILogger Logger { get; } = resourceLoggerService.GetLogger(resource);

    /// <summary>The states of resources.</summary>
    public ResourceNotificationService Notifications { get; } = resourceNotificationService;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;
}
