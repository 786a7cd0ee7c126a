using Microsoft.Extensions.Options;
using Tmcp.Agent.Caching;

namespace Tmcp.Agent.Threads;

/// <summary>All threads of this process. A thread belongs to one user: the same id from another user is another thread.</summary>
internal sealed class ThreadStore(IOptions<ThreadLimits> limits, TimeProvider clock)
{
    private readonly BoundedCache<string, BoundedCache<string, ChatThread>> _users = new(limits.Value.Users, clock);

    /// <summary>Finds or starts a thread; using it counts against its age.</summary>
    public ChatThread Open(string userId, string threadId)
    {
        var expires = clock.GetUtcNow() + limits.Value.Age;
        return _users
            .GetOrAdd(userId, () => new BoundedCache<string, ChatThread>(limits.Value.ThreadsPerUser, clock), expires)
            .GetOrAdd(threadId, () => new ChatThread(limits.Value), expires);
    }
}
