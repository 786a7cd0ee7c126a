namespace Tmcp.Agent.Threads;

/// <summary>A thread in use: read from memory, written to memory and Redis.</summary>
internal sealed class OpenThread(ThreadName name, ChatThread thread, ThreadArchive archive)
{
    public IReadOnlyList<ThreadEntry> Snapshot() => thread.Snapshot();

    /// <summary>Remembers a message. Never fails; without Redis it is in memory only.</summary>
    public Task AppendAsync(ThreadEntry entry)
    {
        thread.Append(entry);
        return archive.SynchronizeAsync(name, thread);
    }
}
