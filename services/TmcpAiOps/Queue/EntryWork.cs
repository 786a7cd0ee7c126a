using Microsoft.Extensions.Options;
using Tmcp.AiOps.Redis;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Queue;

/// <summary>Sees one entry through: turns, attempts, pauses, and the dead letter at the end of hope.</summary>
internal sealed class EntryWork(
    IEntryHandler handler, AlertStream stream, DeadLetters deadLetters, RedisStore store, AiOpsTelemetry telemetry,
    IOptions<QueueOptions> options, TimeProvider clock, ILogger<EntryWork> logger) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Value.Concurrency);

    /// <summary>Ends when the entry is done, dead or (cancelled) left in the stream for the next start.</summary>
    public async Task RunAsync(StreamEntry entry, CancellationToken cancellationToken)
    {
        using var span = AiOpsTelemetry.StartEntry(entry);
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeTurnAsync(entry, cancellationToken))
                    return;
                await handler.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) // The edge of the process's loop: whatever one entry throws must not stop the others.
            {
                failures++;
                if (await EndOfHopeAsync(entry, exception, failures))
                    return;
                await PauseAsync(entry, exception, failures, cancellationToken);
            }
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<bool> TakeTurnAsync(StreamEntry entry, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            if ((long)await store.ExecuteAsync("HINCRBY", store.Keys.Attempts, entry.Id, 1) > options.Value.MaxCrashes)
            {
                await DieAsync(entry, $"Work on it ended the process {options.Value.MaxCrashes} times. See the log before the last starts.");
                return true;
            }

            var done = await handler.HandleAsync(entry, cancellationToken);
            if (done)
                await stream.EndAsync(entry.Id);
            else
                await ForgetAttemptAsync(entry);
            return done;
        }
        catch (Exception exception) when (exception is not StoreException)
        {
            // An attempt that ended in order is no crash. Redis away: it cannot be told now, and may count as one.
            await ForgetAttemptAsync(entry);
            throw;
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task ForgetAttemptAsync(StreamEntry entry) => await store.ExecuteAsync("HDEL", store.Keys.Attempts, entry.Id);

    private async Task<bool> EndOfHopeAsync(StreamEntry entry, Exception exception, int failures)
    {
        var hopeful = exception is StoreException || (exception is WorkFailedException { CanWait: true }
            && clock.GetUtcNow() - entry.AddedAt < options.Value.GiveUpAfter);
        if (hopeful || failures < options.Value.MaxAttempts)
            return false;
        try
        {
            await DieAsync(entry, exception is WorkFailedException known ? known.Message : $"{exception.GetType().Name} after {failures} attempts. See the log.");
            return true;
        }
        catch (StoreException)
        {
            return false; // It stays where it is until Redis is back.
        }
    }

    private async Task DieAsync(StreamEntry entry, string reason)
    {
        await deadLetters.BuryAsync(entry, reason);
        telemetry.Dropped("dead_letter", 1);
        Log.EntryDied(logger, entry.Id, entry.Incident, reason);
        await handler.GiveUpAsync(entry, reason);
    }

    private async Task PauseAsync(StreamEntry entry, Exception exception, int failures, CancellationToken cancellationToken)
    {
        telemetry.Retried(exception is StoreException ? "store" : "work");
        // All that wait for the same moment would come at once: spread them.
        var pause = (exception as WorkFailedException)?.RetryAfter + (options.Value.FirstRetry * Random.Shared.NextDouble()) ?? Backoff(failures);
        if (exception is WorkFailedException or StoreException)
            Log.EntryRetried(logger, entry.Id, entry.Incident, failures, pause.TotalSeconds, exception.Message);
        else
            Log.EntryBroke(logger, exception, entry.Id, entry.Incident, failures);
        try
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the entry stays in the stream.
        }
    }

    private TimeSpan Backoff(int failures)
    {
        var factor = Math.Pow(2, Math.Min(failures - 1, 20)) * (0.8 + (Random.Shared.NextDouble() * 0.4));
        var pause = options.Value.FirstRetry * factor;
        return pause < options.Value.LongestRetry ? pause : options.Value.LongestRetry;
    }
}
