using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Jobs;

/// <summary>Shows a job's events, wherever it runs, until the last one.</summary>
internal sealed class JobStream(JobDirectory directory, JobArchive archive, TimeProvider clock)
{
    /// <summary>How often Redis is asked for events of a job that another replica runs.</summary>
    private static readonly TimeSpan Elsewhere = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a change in this process is waited for before looking whether the job is still here.</summary>
    private static readonly TimeSpan Here = TimeSpan.FromSeconds(1);

    /// <param name="jobId">A job that the listener may see.</param>
    /// <param name="after">Number of the last event that is known.</param>
    /// <param name="events">Where they go.</param>
    /// <param name="cancellationToken">Fires when nobody listens any more.</param>
    public async Task FollowAsync(string jobId, long after, SseWriter events, CancellationToken cancellationToken)
    {
        while (true)
        {
            var job = directory.Find(jobId);
            var changed = job?.Changed;
            var (found, ended) = job?.After(after) ?? await LookAsync(jobId, after);
            foreach (var (id, json) in found)
            {
                await events.WriteAsync(id, json, cancellationToken);
                after = id;
            }

            if (ended)
                return;
            if (found.Count == 0)
                await (changed is null ? Task.Delay(Elsewhere, clock, cancellationToken) : WaitAsync(changed, cancellationToken));
        }
    }

    private async Task<(IReadOnlyList<(long Id, string Json)> Events, bool Ended)> LookAsync(string jobId, long after)
    {
        if (!archive.IsOpen)
            return ([], true); // nobody has it any more

        // First the state: events that come after it are shown in the next round.
        var state = await archive.FindAsync(jobId);
        if (await archive.EventsAsync(jobId, after) is not { } found)
            return ([], false);

        var last = found.Count > 0 ? found[^1].Id : after;
        return (found, state is null || (state.HasEnded && last >= state.LastEventId));
    }

    private async Task WaitAsync(Task changed, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(Here, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Another look.
        }
    }
}
