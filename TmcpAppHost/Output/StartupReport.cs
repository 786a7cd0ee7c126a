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
        try
        {
            var states = await model.WaitUntilSettledAsync(notifications, cancellationToken);
            table.Print(model.AutomaticResources(), states);
        }
        catch (OperationCanceledException)
        {
            // Stopped while it came up.
        }
    }
}
