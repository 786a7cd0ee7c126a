using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps one <see cref="ResourceHealthMonitor"/> for every resource that has a state.</summary>
internal sealed class HealthMonitoring(
    ResourceNotificationService notifications,
    HealthProbe probe,
    ReadyAnnouncer ready,
    DistributedApplicationExecutionContext executionContext,
    TimeProvider clock,
    ILogger<HealthMonitoring> logger) : BackgroundService
{
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (executionContext.IsPublishMode)
            return;

        var monitors = new Dictionary<string, ResourceHealthMonitor>(StringComparer.OrdinalIgnoreCase);
        var running = new List<Task>();
        try
        {
            await foreach (var resourceEvent in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
            {
                var resource = resourceEvent.Resource;
                if (!monitors.TryGetValue(resource.Name, out var monitor))
                {
                    monitors[resource.Name] = monitor = new ResourceHealthMonitor(resource, probe, ready, notifications, clock, logger);
                    running.Add(KeepRunningAsync(resource.Name, monitor, stoppingToken));
                }

                monitor.Observe(resourceEvent);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops; its monitors stop with it.
        }

        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private async Task KeepRunningAsync(string resourceName, ResourceHealthMonitor monitor, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await monitor.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) // the edge of a loop: a resource without health would hold up everything that waits for it
            {
                HealthLog.MonitorFailed(logger, resourceName, s_pauseAfterFailure, exception);
                await Task.Delay(s_pauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
