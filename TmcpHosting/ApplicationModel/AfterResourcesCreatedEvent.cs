using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Every resource that starts by itself was handed to the orchestrator.</summary>
/// <param name="services">The application's services.</param>
/// <param name="model">The model.</param>
public class AfterResourcesCreatedEvent(IServiceProvider services, DistributedApplicationModel model) : IDistributedApplicationEvent
{
    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The model.</summary>
    public DistributedApplicationModel Model { get; } = model;
}
