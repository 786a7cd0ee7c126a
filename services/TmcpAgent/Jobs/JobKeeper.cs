using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;

namespace Tmcp.Agent.Jobs;

/// <summary>Renews the leases of this process's jobs, takes up those that nobody runs, and forgets old ones.</summary>
internal sealed class JobKeeper(JobDirectory directory, JobArchive archive, JobRunner runner, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobKeeper> logger)
    : BackgroundService
{
    /// <summary>Rounds within one lease: two may fail.</summary>
    private const int RoundsPerLease = 3;

    /// <summary>Longest wait until a cancellation asked for elsewhere is heard.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(2);

    private const int EndedJobs = 200;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await runner.DrainAsync().WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var round = options.Value.Lease / RoundsPerLease;
        using var timer = new PeriodicTimer(round < LongestRound ? round : LongestRound, clock);
        do
        {
            try
            {
                await KeepAsync();
                await TakeUpAsync(stoppingToken);
                Forget();
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // The edge of a background loop that must go on.
            {
                Log.JobKeepingFailed(logger, exception);
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task KeepAsync()
    {
        foreach (var job in directory.Here.Where(job => job.Durable && (!job.State.HasEnded || job.IsUnsaved)))
        {
            // Ended: the lease was given back with the last save, or is gone for good.
            if (await archive.SaveAsync(job) == false && await archive.RetakeAsync(job) == false && !(job.State.HasEnded && !job.IsUnsaved))
            {
                job.Interrupt(JobInterruption.Lost);
                directory.Remove(job);
                continue;
            }

            if (!job.State.HasEnded && await archive.IsCancelRequestedAsync(job.Id))
                job.Interrupt(JobInterruption.Cancelled);
        }
    }

    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        if (!archive.IsOpen)
            return;

        foreach (var id in (await archive.RunningAsync()).Where(id => directory.Find(id) is null))
        {
            if (cancellationToken.IsCancellationRequested || await archive.TryTakeAsync(id) is not { } stored)
                continue;

            var job = new Job(stored.State, new Caller(stored.State.UserId, stored.Token ?? ""), stored.Events, stored.Parts);
            Log.JobTaken(logger, id, stored.State.Kind, stored.State.Starts);
            directory.Add(job);
            await archive.SaveAsync(job);
            if (await archive.IsCancelRequestedAsync(id))
                job.Interrupt(JobInterruption.Cancelled);
            runner.Start(job);
        }
    }

    private void Forget()
    {
        var ended = directory.Here.Where(job => job.State.HasEnded && !job.IsUnsaved).OrderByDescending(job => job.State.UpdatedAt).ToList();
        foreach (var job in ended.Where((job, index) => index >= EndedJobs || clock.GetUtcNow() - job.State.UpdatedAt > options.Value.Keep))
            directory.Remove(job);
    }
}
