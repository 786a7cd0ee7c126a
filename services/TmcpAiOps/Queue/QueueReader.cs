using Microsoft.Extensions.Options;
using Tmcp.AiOps.Redis;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Queue;

/// <summary>
/// Takes entries from the stream and puts them into lanes: first those of its own life before, then new ones, and now and then those
/// that another replica left behind. Never waits inside Redis.
/// </summary>
internal sealed class QueueReader(
    AlertStream stream, Lanes lanes, EntryWork work, IEntryHandler handler, WakeUp wakeUp, Backlog backlog, DueIncidents due,
    IOptions<QueueOptions> options, TimeProvider clock, ILogger<QueueReader> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _chores = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var keeping = KeepAsync(stoppingToken);
        var away = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await stream.CreateGroupAsync();
                if (away)
                    Log.StoreBack(logger);
                away = false;
                await ReadOwnAsync(stoppingToken);
                await ReadNewAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StoreException exception)
            {
                if (!away)
                    Log.StoreAway(logger, exception.Message);
                away = true;
                await RestAsync(stoppingToken);
            }
            catch (Exception exception) // The edge of the process's loop: an answer of Redis that nobody expected must not end all work.
            {
                Log.ReaderBroke(logger, exception);
                await RestAsync(stoppingToken);
            }
        }

        await keeping;
        await lanes.DrainAsync();
    }

    private async Task RestAsync(CancellationToken stoppingToken) =>
        await Task.Delay(_rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task ReadOwnAsync(CancellationToken stoppingToken)
    {
        var after = "0";
        while (await stream.ReadOwnAsync(Batch, after) is { Count: > 0 } entries)
        {
            await DispatchAsync(entries, stoppingToken);
            after = entries[^1].Id;
        }
    }

    private async Task ReadNewAsync(CancellationToken stoppingToken)
    {
        var idle = TimeSpan.FromMilliseconds(20);
        var chores = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (clock.GetElapsedTime(chores) >= _chores)
            {
                chores = clock.GetTimestamp();
                await DoChoresAsync(stoppingToken);
            }

            var room = Math.Min(Batch, options.Value.MaxOutstanding - lanes.Count);
            var entries = room > 0 ? await stream.ReadNewAsync(room) : [];
            if (entries.Count > 0)
            {
                await DispatchAsync(entries, stoppingToken);
                idle = TimeSpan.FromMilliseconds(20);
                continue;
            }

            idle = await wakeUp.WaitAsync(idle, stoppingToken) ? TimeSpan.FromMilliseconds(20) : Longer(idle);
        }
    }

    private TimeSpan Longer(TimeSpan idle) => idle * 2 < options.Value.IdlePoll ? idle * 2 : options.Value.IdlePoll;

    private async Task DoChoresAsync(CancellationToken stoppingToken)
    {
        backlog.Length = await stream.LengthAsync();
        backlog.DeadLetters = await due.CountDeadLettersAsync();
        await due.QueueAsync();
        await handler.TidyAsync();
        if (lanes.Count < options.Value.MaxOutstanding)
            await DispatchAsync(await stream.ClaimAbandonedAsync(Batch), stoppingToken);
    }

    private async Task DispatchAsync(IReadOnlyList<StreamEntry> entries, CancellationToken stoppingToken)
    {
        // Sent in the order of the stream without waiting in between: a full batch costs two round trips, not two for each entry.
        var registrations = entries.Select(RegisterAsync).ToArray();
        try
        {
            for (var i = 0; i < entries.Count; i++)
            {
                await registrations[i];
                lanes.TryAdd(entries[i], one => work.RunAsync(one, stoppingToken));
            }
        }
        finally
        {
            // The first failure ends this pass. The same entries come again, and nothing of the first time may still be under way then.
            await Task.WhenAll(registrations).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RegisterAsync(StreamEntry entry)
    {
        try
        {
            await handler.RegisterAsync(entry);
        }
        catch (System.Text.Json.JsonException exception)
        {
            Log.EntryUnreadable(logger, entry.Id, exception.Message); // Its turn comes, fails, and makes it a dead letter.
        }
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.KeepEvery, clock);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await stream.KeepAsync(lanes.EntryIds);
                }
                catch (StoreException)
                {
                    // The reader tells of it.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
