namespace Tmcp.Agent.Caching;

/// <summary>A dictionary of bounded size whose entries expire. When it is full, the one unused for longest goes. Thread-safe.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity, TimeProvider clock)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public TValue? Find(TKey key)
    {
        lock (_gate)
            return Touch(key)?.Value.Value;
    }

    public void Set(TKey key, TValue value, DateTimeOffset expires)
    {
        lock (_gate)
            Put(key, value, expires);
    }

    /// <summary>Finds or creates, and moves the expiry to <paramref name="expires"/> either way.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> create, DateTimeOffset expires)
    {
        lock (_gate)
        {
            var value = Touch(key)?.Value.Value ?? create();
            Put(key, value, expires);
            return value;
        }
    }

    public void Remove(TKey key)
    {
        lock (_gate)
        {
            if (_entries.Remove(key, out var node))
                _byUse.Remove(node);
        }
    }

    private LinkedListNode<Entry>? Touch(TKey key)
    {
        if (!_entries.TryGetValue(key, out var node))
            return null;

        _byUse.Remove(node);
        if (node.Value.Expires <= clock.GetUtcNow())
        {
            _entries.Remove(key);
            return null;
        }

        _byUse.AddFirst(node);
        return node;
    }

    private void Put(TKey key, TValue value, DateTimeOffset expires)
    {
        if (_entries.Remove(key, out var old))
            _byUse.Remove(old);
        while (_entries.Count >= capacity)
        {
            _entries.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }

        _entries[key] = _byUse.AddFirst(new Entry(key, value, expires));
    }

    private sealed record Entry(TKey Key, TValue Value, DateTimeOffset Expires);
}
