using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace Tmcp.AppHost.Output;

/// <summary>Prints the table of resources once everything that starts by itself has come up or has failed.</summary>
internal sealed class StartupReport(
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    StartupTable table,
    IHostApplicationLifetime lifetime) : IDistributedApplicationEventingSubscriber
{
    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        eventing.Subscribe<AfterResourcesCreatedEvent>((_, _) =>
        {
            // Not awaited by the start: waiting for health here would hold what the waiting is for.
            _ = PrintWhenSettledAsync(lifetime.ApplicationStopping);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private async Task PrintWhenSettledAsync(CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, CustomResourceSnapshot>(StringComparer.Ordinal);
        var pending = model.Resources.Where(IsReported).Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        try
        {
            await foreach (var change in notifications.WatchAsync(cancellationToken))
            {
                latest[change.Resource.Name] = change.Snapshot;
                if (IsSettled(change.Snapshot) && pending.Remove(change.Resource.Name) && pending.Count == 0)
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        table.Print(model.Resources.Where(IsReported), latest);
    }

    private static bool IsReported(IResource resource) =>
        resource is not ParameterResource
        && !resource.TryGetLastAnnotation<ExplicitStartupAnnotation>(out _)
        && !resource.Name.EndsWith("-rebuilder", StringComparison.Ordinal)
        && resource.Name != "aspire-dashboard";

    private static bool IsSettled(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        { } state when KnownResourceStates.TerminalStates.Contains(state) => true,
        { } state when state == KnownResourceStates.Running => snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy,
        _ => false,
    };
}
