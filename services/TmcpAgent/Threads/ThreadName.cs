using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Threads;

/// <summary>Which thread: the same id of another user, or of another tenant, is another thread.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Key">Its list of messages in Redis; the thread's id is in it as a hash, because users choose it.</param>
internal readonly record struct ThreadName(string UserId, string Key)
{
    public static ThreadName Of(RedisKeys keys, string userId, string threadId) =>
        new(userId, keys.OfTenant("chat", "thread", userId, RedisKeys.Hash(threadId)));
}
