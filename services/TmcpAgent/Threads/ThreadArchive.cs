using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Threads;

/// <summary>
/// Threads in Redis: a list of messages each, and per user a sorted set of its threads by their last use. When Redis is away the thread goes
/// on in memory, and what was said meanwhile is written when Redis is back.
/// </summary>
internal sealed class ThreadArchive(RedisConnection redis, RedisKeys keys, IOptions<ThreadLimits> limits, TimeProvider clock)
{
    /// <summary>Brings both copies of a thread to the same state, as far as Redis answers.</summary>
    public async Task SynchronizeAsync(ThreadName name, ChatThread thread)
    {
        if (!redis.IsConfigured)
            return;

        await thread.Saving.WaitAsync();
        try
        {
            var saved = await redis.TryAsync("threads read", database => database.ListRangeAsync(name.Key));
            if (!saved.Answered)
                return;

            thread.Merge(saved.Value!.Select(Read).OfType<StoredEntry>());
            var unsaved = thread.Unsaved();
            if (unsaved.Count == 0)
                return;

            var written = await redis.TryAsync("threads write", database => WriteAsync(database, name, unsaved, thread.Count));
            if (!written.Answered)
                return;

            thread.MarkSaved(unsaved);
            if (written.Value is { Length: > 0 } surplus)
                await redis.TryAsync("threads forget", database => ForgetAsync(database, name.UserId, surplus));
        }
        finally
        {
            thread.Saving.Release();
        }
    }

    // One user's threads of all tenants together: a caller that makes up tenants must not get more of them.
    private string IndexOf(string userId) => keys.OfDeployment("chat", "threads", userId);

    /// <summary>All or nothing; returns the user's threads that are too many, those unused for longest.</summary>
    private async Task<RedisValue[]> WriteAsync(IDatabase database, ThreadName name, IReadOnlyList<StoredEntry> entries, int keep)
    {
        var index = IndexOf(name.UserId);
        var transaction = database.CreateTransaction();
        _ = transaction.ListRightPushAsync(name.Key, [.. entries.Select(Write)]);
        _ = transaction.ListTrimAsync(name.Key, -Math.Max(keep, entries.Count), -1);
        _ = transaction.KeyExpireAsync(name.Key, limits.Value.Age);
        _ = transaction.SortedSetAddAsync(index, name.Key, clock.GetUtcNow().ToUnixTimeMilliseconds());
        _ = transaction.KeyExpireAsync(index, limits.Value.Age);
        var surplus = transaction.SortedSetRangeByRankAsync(index, 0, -limits.Value.ThreadsPerUser - 1);
        await transaction.ExecuteAsync();
        return await surplus;
    }

    private async Task<bool> ForgetAsync(IDatabase database, string userId, RedisValue[] surplus)
    {
        var transaction = database.CreateTransaction();
        _ = transaction.KeyDeleteAsync([.. surplus.Select(key => (RedisKey)(string)key!)]);
        _ = transaction.SortedSetRemoveAsync(IndexOf(userId), surplus);
        return await transaction.ExecuteAsync();
    }

    private static RedisValue Write(StoredEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, ThreadJson.Default.StoredEntry);

    // What somebody else put there is no reason to fail a chat.
    private static StoredEntry? Read(RedisValue value)
    {
        try
        {
            return JsonSerializer.Deserialize((byte[])value!, ThreadJson.Default.StoredEntry) is { Id: not null, Text: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
