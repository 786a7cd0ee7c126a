using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tmcp.Logs;

namespace Tmcp.AppHost.Logs;

/// <summary>
/// Does in a local run what Fluentd does in the cluster: the console lines of every resource go to the log store and to the AIOps agent. It lives
/// in the AppHost because only there the lines of all resources can be read.
/// </summary>
internal sealed partial class LogShipper(
    DistributedApplicationModel model,
    ResourceLoggerService loggers,
    IHttpClientFactory clients,
    LogShipperTargets targets,
    ILogger<LogShipper> logger) : BackgroundService
{
    // A message is complete when the next one begins, or when nothing followed for this long.
    private static readonly TimeSpan Completion = TimeSpan.FromMilliseconds(200);

    private readonly string _run = Guid.NewGuid().ToString("N");
    private long _lines;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = clients.CreateClient(nameof(LogShipper));
        var store = new ShipperQueue<ShippedLine>(
            (lines, token) => LogReceivers.StoreAsync(client, new Uri(targets.Store.Url), lines, token), SizeOf, TimeProvider.System, logger);
        var report = new ShipperQueue<ShippedLine>(
            (lines, token) => LogReceivers.ReportAsync(client, new Uri(targets.Agent.Url), lines, token), SizeOf, TimeProvider.System, logger);
        var work = model.Resources
            .Where(HasConsole)
            .Select(resource => ReadAsync(resource, store, report, stoppingToken))
            .Append(SendAsync(targets.Store, store, stoppingToken))
            .Append(SendAsync(targets.Agent, report, stoppingToken));
        try
        {
            await Task.WhenAll(work);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            Stopped(logger, exception);
        }
    }

    private static async Task SendAsync(EndpointReference target, ShipperQueue<ShippedLine> queue, CancellationToken cancellationToken)
    {
        // The address exists once the orchestrator has given one.
        await target.GetValueAsync(cancellationToken);
        await queue.RunAsync(cancellationToken);
    }

    private async Task ReadAsync(IResource resource, ShipperQueue<ShippedLine> store, ShipperQueue<ShippedLine> report, CancellationToken cancellationToken)
    {
        // What the agent and the stores behind it write would come back to the agent as alerts about themselves.
        var isReported = resource != targets.Agent.Resource && resource != targets.Store.Resource;
        var documents = new LineDocuments(resource.Name, TimeProvider.System);
        await using var batches = loggers.WatchAsync(resource).GetAsyncEnumerator(cancellationToken);
        var next = batches.MoveNextAsync().AsTask();
        while (true)
        {
            var isQuiet = await Task.WhenAny(next, Task.Delay(Completion, cancellationToken)) != next;
            if (isQuiet && documents.Flush() is { } last)
                await PassOnAsync(last);
            if (!await next)
                return;
            foreach (var line in batches.Current)
            {
                if (documents.Add(line.Content, line.IsErrorMessage) is { } complete)
                    await PassOnAsync(complete);
            }

            next = batches.MoveNextAsync().AsTask();
        }

        async Task PassOnAsync(LogDocument document)
        {
            var line = new ShippedLine($"{_run}-{Interlocked.Increment(ref _lines)}", document);
            await store.AddAsync(line, cancellationToken);
            if (isReported)
                await report.AddAsync(line, cancellationToken);
        }
    }

    // Text apart, a document has some 300 characters.
    private static int SizeOf(ShippedLine line) => line.Document.Message.Length + 300;

    private static bool HasConsole(IResource resource) =>
        resource is ProjectResource or ExecutableResource or ContainerResource && !resource.Name.EndsWith("-rebuilder", StringComparison.Ordinal);

    [LoggerMessage(1, LogLevel.Error, "The log shipper ended: lines no longer reach Elasticsearch and the AIOps agent. Restart the AppHost.")]
    private static partial void Stopped(ILogger logger, Exception exception);
}
