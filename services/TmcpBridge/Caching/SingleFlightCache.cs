namespace Tmcp.Bridge.Caching;

/// <summary>
/// A bounded cache whose values are loaded once for all who ask at the same time. When full, the entry used longest ago goes.
/// A load that fails is not kept. Thread-safe.
/// </summary>
internal sealed class SingleFlightCache<TKey, TValue>(int capacity, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    /// <summary>
    /// The value of a key. A value older than <paramref name="maxAge"/> is loaded again. The load is shared, so it gets no caller's
    /// cancellation and needs a time limit of its own; a caller that leaves only stops waiting.
    /// </summary>
    public Task<TValue> GetAsync(TKey key, TimeSpan maxAge, Func<TKey, Task<TValue>> load, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var node))
            {
                _byUse.Remove(node);
                if (IsUsable(node.Value, maxAge))
                {
                    _byUse.AddFirst(node);
                    return Wait(node.Value, cancellationToken);
                }
            }
            else if (_entries.Count >= capacity)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }

            entry = new Entry(key);
            _entries[key] = _byUse.AddFirst(entry);
        }

        _ = LoadAsync(entry, load);
        return Wait(entry, cancellationToken);
    }

    /// <summary>Forgets the value of a key.</summary>
    public void Remove(TKey key)
    {
        lock (_lock)
        {
            if (_entries.Remove(key, out var node))
                _byUse.Remove(node);
        }
    }

    private static Task<TValue> Wait(Entry entry, CancellationToken cancellationToken) =>
        entry.Value.Task.IsCompletedSuccessfully ? entry.Value.Task : entry.Value.Task.WaitAsync(cancellationToken);

    private bool IsUsable(Entry entry, TimeSpan maxAge) =>
        !entry.Value.Task.IsCompleted || clock.GetElapsedTime(entry.LoadedAt) < maxAge;

    private async Task LoadAsync(Entry entry, Func<TKey, Task<TValue>> load)
    {
        try
        {
            var value = await load(entry.Key);
            entry.LoadedAt = clock.GetTimestamp();
            entry.Value.SetResult(value);
        }
        catch (Exception exception) // Every waiter gets it; nobody awaits this task.
        {
            lock (_lock)
            {
                if (_entries.TryGetValue(entry.Key, out var node) && node.Value == entry)
                {
                    _entries.Remove(entry.Key);
                    _byUse.Remove(node);
                }
            }

            entry.Value.SetException(exception);
        }
    }

    private sealed class Entry(TKey key)
    {
        public TKey Key { get; } = key;

        public long LoadedAt { get; set; }

        public TaskCompletionSource<TValue> Value { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
