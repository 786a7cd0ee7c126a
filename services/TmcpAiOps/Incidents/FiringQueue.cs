using System.Threading.Channels;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>
/// Takes the firing signals of all requests to Redis together: what arrives while one batch is under way makes the next. A batch is
/// two steps, each one round trip whatever its size:
/// 1. the questions of all its signals;
/// 2. one transaction with what must be written; then the senders are told.
/// A crash between the two leaves reservations without entries: the senders were not told 202, send again, and step 2 makes up for it.
/// Two replicas at once may both add an entry: work on an incident can be repeated without effect.
/// </summary>
internal sealed class FiringQueue(RedisStore store, AlertStream stream, IOptions<GroupingOptions> options, TimeProvider clock) : BackgroundService
{
    // One body holds a thousand causes at most in practice; a larger batch would only make its first signal wait for its last.
    private const int MaxBatch = 256;

    // Requests wait for their answer, so as many signals wait as there are in the requests of the moment.
    private readonly Channel<Firing> _waiting = Channel.CreateBounded<Firing>(new BoundedChannelOptions(4096) { SingleReader = true });

    /// <exception cref="StoreException">Nothing was decided; sending again is safe.</exception>
    public async Task<Decision> TakeAsync(Signal signal, string? traceParent)
    {
        var firing = new Firing(signal, traceParent, store.Keys.Group(signal.Group), IncidentId.New(clock.GetUtcNow()));
        try
        {
            await _waiting.Writer.WriteAsync(firing);
        }
        catch (ChannelClosedException)
        {
            throw new StoreException("The service is stopping. Send it again.");
        }

        return await firing.Decided;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A request that is being served when the service stops gets its answer: the end comes when all are served.
        await using var end = stoppingToken.Register(() => _waiting.Writer.TryComplete());
        var batch = new List<Firing>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        Firing? later = null;
        while (later is not null || await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            known.Clear();
            for (var next = later ?? Next(); next is not null; next = Next())
            {
                // The same alert twice is decided in order: the second is a repeat of the first.
                later = known.Add(next.Signal.Fingerprint) && batch.Count < MaxBatch ? null : next;
                if (later is not null)
                    break;
                batch.Add(next);
            }

            await DecideAsync(batch);
        }
    }

    private Firing? Next() => _waiting.Reader.TryRead(out var firing) ? firing : null;

    private async Task DecideAsync(List<Firing> batch)
    {
        try
        {
            await AskAndWriteAsync(batch);
            foreach (var firing in batch)
                firing.Complete();
        }
        catch (StoreException exception) when (batch.Count > 1 && exception.InnerException is RedisServerException)
        {
            // Redis refuses something in it, and says nothing of the others.
            foreach (var firing in batch)
                await DecideAsync([firing]);
        }
        catch (Exception exception) // The edge of a loop that serves all senders: whatever it is, each of these is told and the next are served.
        {
            foreach (var firing in batch)
                firing.Fail(exception);
        }
    }

    private async Task AskAndWriteAsync(List<Firing> batch)
    {
        var now = clock.GetUtcNow();
        var questions = new List<object[]>(batch.Count * 5);
        foreach (var firing in batch)
            questions.AddRange(firing.Questions(options.Value.WindowOf(firing.Signal)));
        var answers = await store.PipelineAsync(questions);

        var perFiring = questions.Count / batch.Count;
        var writes = new List<object[]>(batch.Count * 2);
        for (var i = 0; i < batch.Count; i++)
            writes.AddRange(batch[i].Decide(answers.AsSpan(i * perFiring, perFiring), stream, options.Value, now));
        if (writes.Count == 0)
            return;

        // Both or none of an entry and its mark: a full Redis refuses the first, and then the second must not claim it.
        await store.TransactAsync(writes);
        stream.Announce();
    }
}
