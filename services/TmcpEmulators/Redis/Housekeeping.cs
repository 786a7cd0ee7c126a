using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis;

/// <summary>Ten times a second: removes expired keys. Once a second: looks after the append-only file.</summary>
internal sealed class Housekeeping(RedisServer server) : BackgroundService
{
    // With 5,000 slots each time, a hundred thousand keys are gone two seconds after their time.
    private const int SlotsPerSweep = 5_000;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, server.Clock);
        for (var turn = 1; await WaitAsync(timer, stoppingToken); turn++)
        {
            lock (server.Gate)
            {
                foreach (var database in server.Databases)
                    database.Sweep(SlotsPerSweep);
                server.Waiters.ServeReady();
            }

            if (turn % 10 == 0 && server.Log is { } log)
                await log.TickAsync();
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
