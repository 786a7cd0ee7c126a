using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Process;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Aspire.Hosting.Orchestration.Execution;
using Aspire.Hosting.Orchestration.Execution.Commands;

namespace Aspire.Hosting.Orchestration;

/// <summary>Names the instances and adds the commands before anything is published about a resource. Meanwhile the engine comes up.</summary>
internal sealed class OrchestrationSetup(OrchestratorService orchestrator, OrchestrationOptions options) : IDistributedApplicationEventingSubscriber
{
    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            orchestrator.BeginEngine();
            eventing.Subscribe<BeforeStartEvent>((@event, _) =>
            {
                Prepare(@event.Model, options.ApplicationId);
                return Task.CompletedTask;
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>Safe to repeat: a later handler may have added resources.</summary>
    public static void Prepare(DistributedApplicationModel model, string applicationId)
    {
        InstanceNames.AssignAll(model, applicationId);
        foreach (var resource in model.Resources.Where(resource => ResourceKinds.IsStartable(resource) && resource is not DashboardResource))
            LifecycleCommands.AddTo(resource);
    }
}
