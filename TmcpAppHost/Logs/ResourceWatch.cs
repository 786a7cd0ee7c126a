using System.Net.Http.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.Logs;

/// <summary>
/// Tells the AIOps agent which resource ended by itself and when it runs again, as a monitoring system does in the cluster: a process that is
/// killed writes no line about it.
/// </summary>
internal sealed class ResourceWatch(ResourceNotificationService notifications, IHttpClientFactory clients, LogShipperTargets targets, ILogger<ResourceWatch> logger)
    : BackgroundService
{
    // A name, a sentence, two times.
    private const int Size = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = clients.CreateClient(nameof(ResourceWatch));
        var alerts = new ShipperQueue<ResourceAlert>(
            (batch, token) => LogReceivers.PostAsync(client, new Uri(new Uri(targets.Agent.Url), "/api/webhook/alert"), JsonContent.Create(ResourceAlert.Body(batch)), token),
            _ => Size,
            TimeProvider.System,
            logger);
        try
        {
            await Task.WhenAll(WatchAsync(alerts, stoppingToken), SendAsync(alerts, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task WatchAsync(ShipperQueue<ResourceAlert> alerts, CancellationToken cancellationToken)
    {
        var ends = new ResourceEnds(TimeProvider.System);
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            if (ends.Next(change.Resource.Name, change.Snapshot) is { } alert)
                await alerts.AddAsync(alert, cancellationToken);
        }
    }

    private async Task SendAsync(ShipperQueue<ResourceAlert> alerts, CancellationToken cancellationToken)
    {
        // The address exists once the orchestrator has given one.
        await targets.Agent.GetValueAsync(cancellationToken);
        await alerts.RunAsync(cancellationToken);
    }
}
