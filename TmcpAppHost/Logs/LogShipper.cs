using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.Logs;

/// <summary>
/// Does in a local run what Fluentd does in the cluster: the console lines of every resource go to the log store and to the AIOps agent, neither
/// waiting for the other. It lives in the AppHost because only there the lines of all resources can be read.
/// </summary>
internal sealed partial class LogShipper(
    DistributedApplicationModel model,
    ResourceLoggerService loggers,
    IHttpClientFactory clients,
    LogShipperTargets targets,
    ResourceNotificationService notifications,
    TimeProvider clock,
    ILogger<LogShipper> logger) : BackgroundService
{
    // After that a start hangs, which is worth an incident.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = clients.CreateClient(nameof(LogShipper));
        var store = new LogFeed(
            async (lines, token) => await LogReceivers.StoreAsync(client, await AddressAsync(targets.Store, token), lines, token), clock, logger);
        var report = new LogFeed(
            async (lines, token) => await LogReceivers.ReportAsync(client, await AddressAsync(targets.Agent, token), lines, token), clock, logger);
        var all = model.Resources.Where(HasConsole).ToArray();
        // What the agent and the stores behind it write would come back to the agent as alerts about themselves.
        var reported = all.Where(resource => resource != targets.Agent.Resource && resource != targets.Store.Resource);
        try
        {
            var begin = StackStartedAsync(stoppingToken);
            await Task.WhenAll(store.RunAsync(all, loggers, begin, stoppingToken), report.RunAsync(reported, loggers, begin, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            Stopped(logger, exception);
        }
    }

    // While the stack comes up its services have better use for the processors; the lines of the start are read after it.
    private async Task StackStartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await model.WaitUntilSettledAsync(notifications, cancellationToken).WaitAsync(LongestStart, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It hangs, or takes long: its lines say why.
        }
    }

    private static async Task<Uri> AddressAsync(EndpointReference target, CancellationToken cancellationToken)
    {
        // The address exists once the orchestrator has given one.
        await target.GetValueAsync(cancellationToken);
        return new Uri(target.Url);
    }

    private static bool HasConsole(IResource resource) =>
        resource is ProjectResource or ExecutableResource or ContainerResource && !resource.Name.EndsWith("-rebuilder", StringComparison.Ordinal);

    [LoggerMessage(1, LogLevel.Error, "The log shipper ended: lines no longer reach Elasticsearch and the AIOps agent. Restart the AppHost.")]
    private static partial void Stopped(ILogger logger, Exception exception);
}
