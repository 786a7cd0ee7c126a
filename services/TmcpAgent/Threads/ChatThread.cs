namespace Tmcp.Agent.Threads;

/// <summary>What one user and the team said to each other under one thread id. Thread-safe; forgets the oldest first.</summary>
internal sealed class ChatThread(ThreadLimits limits)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<StoredEntry> _entries = [];
    private readonly HashSet<string> _unsaved = [];
    private int _characters;

    /// <summary>Held while the thread is compared with its copy in Redis, so that nothing is written twice.</summary>
    public SemaphoreSlim Saving { get; } = new(1, 1);

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public void Append(ThreadEntry entry)
    {
        // A single text may be longer than a whole thread: its beginning says the most.
        var text = entry.Text.Length > limits.Characters ? entry.Text[..limits.Characters] : entry.Text;
        var stored = new StoredEntry(Guid.NewGuid().ToString("N"), entry.Author, text);
        lock (_gate)
        {
            _unsaved.Add(stored.Id);
            Add(stored);
        }
    }

    public IReadOnlyList<ThreadEntry> Snapshot()
    {
        lock (_gate)
            return [.. _entries.Select(entry => new ThreadEntry(entry.Author, entry.Text))];
    }

    /// <summary>
    /// Takes over what Redis has, and keeps behind it what was said here and is not there yet. When Redis has nothing it has lost the thread:
    /// all of it is to be written again.
    /// </summary>
    public void Merge(IEnumerable<StoredEntry> saved)
    {
        lock (_gate)
        {
            var there = saved.DistinctBy(entry => entry.Id).ToList();
            _unsaved.ExceptWith(there.Select(entry => entry.Id));
            if (there.Count == 0)
            {
                _unsaved.UnionWith(_entries.Select(entry => entry.Id));
                return;
            }

            var here = _entries.Where(entry => _unsaved.Contains(entry.Id)).ToList();
            _entries.Clear();
            _characters = 0;
            foreach (var entry in there.Concat(here))
                Add(entry);
        }
    }

    /// <summary>What Redis has not got yet, oldest first.</summary>
    public IReadOnlyList<StoredEntry> Unsaved()
    {
        lock (_gate)
            return [.. _entries.Where(entry => _unsaved.Contains(entry.Id))];
    }

    public void MarkSaved(IEnumerable<StoredEntry> entries)
    {
        lock (_gate)
            _unsaved.ExceptWith(entries.Select(entry => entry.Id));
    }

    private void Add(StoredEntry entry)
    {
        _entries.AddLast(entry);
        _characters += entry.Text.Length;
        while (_entries.Count > limits.Messages || _characters > limits.Characters)
        {
            var oldest = _entries.First!.Value;
            _characters -= oldest.Text.Length;
            _unsaved.Remove(oldest.Id);
            _entries.RemoveFirst();
        }
    }
}
