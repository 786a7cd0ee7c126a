namespace Tmcp.Agent.Threads;

/// <summary>What one user and the team said to each other under one thread id. Thread-safe; forgets the oldest first.</summary>
internal sealed class ChatThread(ThreadLimits limits)
{
    private readonly Lock _gate = new();
    private readonly Queue<ThreadEntry> _entries = new();
    private int _characters;

    public void Append(ThreadEntry entry)
    {
        // A single text may be longer than a whole thread: its beginning says the most.
        if (entry.Text.Length > limits.Characters)
            entry = entry with { Text = entry.Text[..limits.Characters] };

        lock (_gate)
        {
            _entries.Enqueue(entry);
            _characters += entry.Text.Length;
            while (_entries.Count > limits.Messages || _characters > limits.Characters)
                _characters -= _entries.Dequeue().Text.Length;
        }
    }

    public IReadOnlyList<ThreadEntry> Snapshot()
    {
        lock (_gate)
            return [.. _entries];
    }
}
