using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Queue;

/// <summary>Incidents that must be looked at again at a certain time.</summary>
internal sealed class DueIncidents(RedisStore store, AlertStream stream, WakeUp wakeUp, TimeProvider clock)
{
    private const int Batch = 100;

    public Task AddAsync(string incident, DateTimeOffset at) =>
        store.ExecuteAsync("ZADD", store.Keys.Due, at.ToUnixTimeMilliseconds(), incident);

    /// <summary>Puts those whose time has come into the stream.</summary>
    public async Task QueueAsync()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ids = (await store.ExecuteAsync("ZRANGEBYSCORE", store.Keys.Due, "-inf", now, "LIMIT", 0, Batch)).Strings();
        foreach (var id in ids.OfType<string>())
            await store.TransactAsync(stream.AddCommand(EntryKind.Due, id, null, null), ["ZREM", store.Keys.Due, id]);
        if (ids.Length > 0)
            wakeUp.Signal();
    }

    public async Task<long> CountDeadLettersAsync() => (long)await store.ExecuteAsync("XLEN", store.Keys.DeadLetters);
}
