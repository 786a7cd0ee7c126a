using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch;

/// <summary>Once a minute: drops what is too old, also when nothing is written.</summary>
internal sealed class Retention(IndexCatalog catalog, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await WaitAsync(timer, stoppingToken))
        {
            catalog.Write(all =>
            {
                all.Trim();
                return true;
            });
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
