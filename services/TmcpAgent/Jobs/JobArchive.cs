using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.Agent.Callers;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Jobs;

/// <summary>
/// Jobs in Redis. A job is run by whoever holds its lease, and each write demands that the lease is still the writer's own, within the same
/// transaction. Everything written may be written again: an answer that was lost does no harm.
/// </summary>
internal sealed class JobArchive(RedisConnection redis, JobKeys keys, TokenVault vault, IOptions<JobOptions> options, TimeProvider clock)
{
    private const int ListedJobs = 50;

    /// <summary>Whether jobs can be kept at all.</summary>
    public bool IsOpen => redis.IsConfigured && vault.IsOpen;

    /// <summary>Writes a new job and takes its lease. False when there is one of that id; null when Redis does not answer.</summary>
    public async Task<bool?> CreateAsync(Job job)
    {
        var state = job.State;
        var begun = clock.GetTimestamp();
        var reply = await redis.TryAsync("jobs create", async database =>
        {
            var transaction = database.CreateTransaction();
            transaction.AddCondition(Condition.KeyNotExists(keys.State(job.Id)));
            _ = transaction.StringSetAsync(keys.State(job.Id), Write(state), options.Value.Keep);
            _ = transaction.StringSetAsync(keys.Lease(job.Id), state.Owner, options.Value.Lease);
            _ = transaction.StringSetAsync(keys.Token(job.Id), vault.Lock(job.Id, state.UserId, job.Caller.Token), TokenLife(job.Caller));
            _ = transaction.SetAddAsync(keys.Running, job.Id);
            _ = transaction.SortedSetAddAsync(keys.Of(state.UserId), job.Id, state.CreatedAt.ToUnixTimeMilliseconds());
            _ = transaction.SortedSetRemoveRangeByRankAsync(keys.Of(state.UserId), 0, -ListedJobs - 1);
            _ = transaction.KeyExpireAsync(keys.Of(state.UserId), options.Value.Keep * 2);
            return await transaction.ExecuteAsync();
        });
        if (!reply.Answered)
            return null;
        if (reply.Value)
        {
            job.Durable = true;
            job.MarkSaved(new JobChange(state, [], new Dictionary<string, string>()), HeldFrom(begun));
        }

        return reply.Value;
    }

    /// <summary>Writes what is new and renews the lease. False when the lease is gone; null when Redis does not answer.</summary>
    public async Task<bool?> SaveAsync(Job job)
    {
        await job.Saving.WaitAsync();
        try
        {
            var change = job.Unsaved();
            var begun = clock.GetTimestamp();
            var reply = await redis.TryAsync("jobs save", database => WriteAsync(database, change));
            if (reply is { Answered: true, Value: true })
                job.MarkSaved(change, HeldFrom(begun));
            return reply.Answered ? reply.Value : null;
        }
        finally
        {
            job.Saving.Release();
        }
    }

    /// <summary>
    /// For a job whose lease ran out while Redis was away: takes it again if nobody else has run it since. What Redis has lost is written
    /// again with the next save.
    /// </summary>
    public async Task<bool?> RetakeAsync(Job job)
    {
        var reply = await redis.TryAsync("jobs retake", async database =>
        {
            if (!await database.StringSetAsync(keys.Lease(job.Id), job.State.Owner, options.Value.Lease, When.NotExists))
                return false;

            var stored = Read(await database.StringGetAsync(keys.State(job.Id)));
            if (stored is null)
            {
                job.MarkAllUnsaved();
                await database.StringSetAsync(keys.Token(job.Id), vault.Lock(job.Id, job.State.UserId, job.Caller.Token), TokenLife(job.Caller));
                await database.SetAddAsync(keys.Running, job.Id);
                await database.SortedSetAddAsync(keys.Of(job.State.UserId), job.Id, job.State.CreatedAt.ToUnixTimeMilliseconds());
            }
            else if (stored.Owner != job.State.Owner)
            {
                await database.KeyDeleteAsync(keys.Lease(job.Id));
                return false;
            }

            return true;
        });
        return reply.Answered ? reply.Value : null;
    }

    /// <summary>Takes a job that nobody runs. Null when somebody does, or there is none.</summary>
    public async Task<StoredJob?> TryTakeAsync(string jobId)
    {
        var owner = NewOwner();
        var reply = await redis.TryAsync("jobs take", async database =>
        {
            if (!await database.StringSetAsync(keys.Lease(jobId), owner, options.Value.Lease, When.NotExists))
                return null;

            if (Read(await database.StringGetAsync(keys.State(jobId))) is not { HasEnded: false } state)
            {
                await database.SetRemoveAsync(keys.Running, jobId);
                await database.KeyDeleteAsync(keys.Lease(jobId));
                return null;
            }

            var events = await database.SortedSetRangeByScoreAsync(keys.Events(jobId));
            var parts = await database.HashGetAllAsync(keys.Parts(jobId));
            var box = (byte[]?)await database.StringGetAsync(keys.Token(jobId));
            return new StoredJob(
                state with { Owner = owner, Starts = state.Starts + 1 },
                [.. events.Select(item => Split(item).Json)],
                [.. parts.Select(part => KeyValuePair.Create(part.Name.ToString(), part.Value.ToString()))],
                box is null ? null : vault.Unlock(jobId, state.UserId, box));
        });
        return reply.Value;
    }

    /// <summary>Lets another replica go on at once.</summary>
    public Task ReleaseAsync(Job job) => redis.TryAsync("jobs release", async database =>
    {
        var transaction = database.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(keys.Lease(job.Id), job.State.Owner));
        _ = transaction.KeyDeleteAsync(keys.Lease(job.Id));
        return await transaction.ExecuteAsync();
    });

    /// <summary>Ids of all jobs that are not ended.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync()
    {
        var reply = await redis.TryAsync("jobs running", database => database.SetMembersAsync(keys.Running));
        return [.. (reply.Value ?? []).Select(id => id.ToString())];
    }

    public async Task<JobState?> FindAsync(string jobId) =>
        Read((await redis.TryAsync("jobs find", database => database.StringGetAsync(keys.State(jobId)))).Value);

    /// <summary>A user's jobs, newest first.</summary>
    public async Task<IReadOnlyList<JobState>> ListAsync(string userId)
    {
        var reply = await redis.TryAsync("jobs list", async database =>
        {
            var ids = await database.SortedSetRangeByRankAsync(keys.Of(userId), 0, ListedJobs - 1, Order.Descending);
            return ids.Length == 0 ? [] : await database.StringGetAsync([.. ids.Select(id => (RedisKey)keys.State(id.ToString()))]);
        });
        return [.. (reply.Value ?? []).Select(Read).OfType<JobState>()];
    }

    /// <summary>Events after a number; null when Redis does not answer.</summary>
    public async Task<IReadOnlyList<(long Id, string Json)>?> EventsAsync(string jobId, long after)
    {
        var reply = await redis.TryAsync(
            "jobs events", database => database.SortedSetRangeByScoreAsync(keys.Events(jobId), after, exclude: Exclude.Start));
        return reply.Answered ? [.. reply.Value!.Select(Split)] : null;
    }

    /// <summary>Asks whoever runs the job to end it.</summary>
    public Task RequestCancelAsync(string jobId) =>
        redis.TryAsync("jobs cancel", database => database.StringSetAsync(keys.Cancel(jobId), "1", options.Value.Keep));

    public async Task<bool> IsCancelRequestedAsync(string jobId) =>
        (await redis.TryAsync("jobs cancelled", database => database.KeyExistsAsync(keys.Cancel(jobId)))).Value;

    public static string NewOwner() => Guid.NewGuid().ToString("N");

    private async Task<bool> WriteAsync(IDatabase database, JobChange change)
    {
        var (state, id, keep) = (change.State, change.State.JobId, options.Value.Keep);
        var transaction = database.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(keys.Lease(id), state.Owner));
        _ = transaction.StringSetAsync(keys.State(id), Write(state), keep);
        if (change.Events.Count > 0)
            _ = transaction.SortedSetAddAsync(keys.Events(id), [.. change.Events.Select(item => new SortedSetEntry($"{item.Id}:{item.Json}", item.Id))]);
        if (change.Parts.Count > 0)
            _ = transaction.HashSetAsync(keys.Parts(id), [.. change.Parts.Select(part => new HashEntry(part.Key, part.Value))]);
        _ = transaction.KeyExpireAsync(keys.Events(id), keep);
        _ = transaction.KeyExpireAsync(keys.Parts(id), keep);
        if (state.HasEnded)
        {
            _ = transaction.KeyDeleteAsync([keys.Lease(id), keys.Token(id), keys.Cancel(id), keys.Parts(id)]);
            _ = transaction.SetRemoveAsync(keys.Running, id);
        }
        else
        {
            _ = transaction.StringSetAsync(keys.Lease(id), state.Owner, options.Value.Lease);
        }

        return await transaction.ExecuteAsync();
    }

    // Counted from before the command was sent: Redis began to count later.
    private long HeldFrom(long begun) => begun + (long)(options.Value.Lease.TotalSeconds * clock.TimestampFrequency);

    private TimeSpan TokenLife(Caller caller)
    {
        var left = (TokenExpiry.Read(caller.Token) ?? DateTimeOffset.MinValue) - clock.GetUtcNow();
        return left > options.Value.Keep ? options.Value.Keep : left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1);
    }

    // 12:{"type":"status",...}: the number makes equal events different members.
    private static (long Id, string Json) Split(RedisValue member)
    {
        var text = member.ToString();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return (long.Parse(text.AsSpan(0, colon)), text[(colon + 1)..]);
    }

    private static RedisValue Write(JobState state) => JsonSerializer.SerializeToUtf8Bytes(state, JobJson.Default.JobState);

    private static JobState? Read(RedisValue value)
    {
        try
        {
            return value.IsNull ? null : JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(value.ToString()), JobJson.Default.JobState);
        }
        catch (JsonException)
        {
            // What somebody else put there is no job.
            return null;
        }
    }
}
