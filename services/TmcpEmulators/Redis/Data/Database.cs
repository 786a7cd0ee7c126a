using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Data;

/// <summary>One numbered keyspace. Keys past their time are gone for every reader, whether or not the sweep came by.</summary>
internal sealed class Database(int number, MemoryMeter meter, IKeyspaceObserver observer)
{
    private readonly SlotMap<KeyEntry> _keys = new();
    private readonly SlotMap<KeyEntry> _expiring = new();
    private readonly List<KeyValuePair<byte[], KeyEntry>> _sweep = [];
    private ulong _sweepCursor;

    public int Number { get; } = number;

    public int Count => _keys.Count;

    public int ExpiringCount => _expiring.Count;

    public IEnumerable<KeyEntry> Entries => _keys.Items.Select(item => item.Value).Where(entry => !IsExpired(entry));

    public KeyEntry? Lookup(byte[] key)
    {
        if (!_keys.TryGet(key, out var entry))
            return null;
        if (IsExpired(entry))
        {
            Expire(entry);
            return null;
        }

        entry.AccessedAt = observer.Now;
        return entry;
    }

    /// <summary>Looks without using.</summary>
    public KeyEntry? Peek(byte[] key) => _keys.TryGet(key, out var entry) && !IsExpired(entry) ? entry : null;

    /// <summary>The value, or null when there is none.</summary>
    /// <exception cref="RedisError">The key holds another kind.</exception>
    public T? Find<T>(byte[] key)
        where T : RedisValue => Lookup(key)?.Value switch
        {
            null => null,
            T value => value,
            _ => throw RedisError.WrongType(),
        };

    /// <summary>The value, made when there is none. The caller puts something into it and calls <see cref="Touch"/>.</summary>
    public T FindOrCreate<T>(byte[] key)
        where T : RedisValue, new()
    {
        if (Find<T>(key) is { } found)
            return found;
        var created = new T();
        Store(key, created, 0);
        return created;
    }

    /// <summary>Stores a value in place of whatever was there.</summary>
    public void Put(byte[] key, RedisValue value, long expiresAt = 0)
    {
        Store(key, value, expiresAt);
        Touch(key);
    }

    public bool Remove(byte[] key)
    {
        if (Lookup(key) is not { } entry)
            return false;
        Drop(entry);
        Touch(key);
        return true;
    }

    /// <summary>Says that a value changed in place. A container without items goes, with its key.</summary>
    public void Touch(byte[] key)
    {
        if (_keys.TryGet(key, out var entry) && entry.Value.IsEmpty)
            Drop(entry);
        observer.Changed(this, key);
    }

    public void SetExpiry(KeyEntry entry, long expiresAt)
    {
        entry.ExpiresAt = expiresAt;
        if (expiresAt == 0)
            _expiring.Remove(entry.Key);
        else
            _expiring.Set(entry.Key, entry);
    }

    public void Clear()
    {
        foreach (var entry in _keys.Items.Select(item => item.Value).ToList())
        {
            Drop(entry);
            Touch(entry.Key);
        }
    }

    public KeyEntry? Any()
    {
        while (_keys.Count > 0)
        {
            if (Lookup(_keys.Any().Key) is { } entry)
                return entry;
        }

        return null;
    }

    public ulong Scan(ulong cursor, int count, List<KeyValuePair<byte[], KeyEntry>> into) => _keys.Scan(cursor, count, into);

    public bool IsExpired(KeyEntry entry) => entry.ExpiresAt != 0 && entry.ExpiresAt <= observer.Now && observer.ExpiresKeys;

    /// <summary>Removes keys past their time among the next slots.</summary>
    public void Sweep(int slots)
    {
        if (_expiring.Count == 0)
            return;
        _sweep.Clear();
        _sweepCursor = _expiring.Scan(_sweepCursor, slots, _sweep);
        foreach (var (_, entry) in _sweep.Where(item => IsExpired(item.Value)))
            Expire(entry);
    }

    private void Store(byte[] key, RedisValue value, long expiresAt)
    {
        if (_keys.TryGet(key, out var entry))
        {
            entry.Value.Meter(null);
            entry.Value = value;
        }
        else
        {
            entry = new KeyEntry(key, value);
            _keys.Set(key, entry);
            meter.Add(key.Length + MemoryMeter.KeyOverhead);
        }

        value.Meter(meter);
        entry.AccessedAt = observer.Now;
        SetExpiry(entry, expiresAt);
    }

    private void Expire(KeyEntry entry)
    {
        Drop(entry);
        observer.Expired(this, entry.Key);
    }

    private void Drop(KeyEntry entry)
    {
        _keys.Remove(entry.Key);
        _expiring.Remove(entry.Key);
        entry.Value.Meter(null);
        meter.Add(-(entry.Key.Length + MemoryMeter.KeyOverhead));
    }
}
