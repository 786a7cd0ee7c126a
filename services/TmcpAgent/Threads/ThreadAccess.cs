using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Threads;

/// <summary>Opens threads for chats.</summary>
internal sealed class ThreadAccess(ThreadStore store, ThreadArchive archive, RedisKeys keys)
{
    /// <summary>Finds or starts a thread, with what other processes and earlier ones remember of it.</summary>
    public async Task<OpenThread> OpenAsync(string userId, string threadId)
    {
        var name = ThreadName.Of(keys, userId, threadId);
        var thread = store.Open(userId, name.Key);
        await archive.SynchronizeAsync(name, thread);
        return new OpenThread(name, thread, archive);
    }
}
