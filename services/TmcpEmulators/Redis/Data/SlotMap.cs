namespace TmcpEmulators.Redis.Data;

/// <summary>
/// A map whose items keep their slot as long as they live. So a scan needs only a slot number as its cursor, and returns everything
/// that was there from its first to its last call; and a random item costs a few probes.
/// </summary>
internal sealed class SlotMap<TValue>
{
    private readonly Dictionary<byte[], int> _index = new(ByteStringComparer.Instance);
    private readonly Stack<int> _free = new();
    private readonly List<KeyValuePair<byte[]?, TValue>> _slots = [];

    public int Count => _index.Count;

    public IEnumerable<KeyValuePair<byte[], TValue>> Items => _slots.Where(slot => slot.Key is not null)!;

    public IEnumerable<byte[]> Keys => Items.Select(item => item.Key);

    public bool Contains(byte[] key) => _index.ContainsKey(key);

    public bool TryGet(byte[] key, out TValue value)
    {
        var found = _index.TryGetValue(key, out var slot);
        value = found ? _slots[slot].Value : default!;
        return found;
    }

    /// <summary>Stores the value and returns whether the key is new.</summary>
    public bool Set(byte[] key, TValue value)
    {
        if (_index.TryGetValue(key, out var slot))
        {
            _slots[slot] = new(_slots[slot].Key, value);
            return false;
        }

        if (_free.TryPop(out slot))
        {
            _slots[slot] = new(key, value);
        }
        else
        {
            slot = _slots.Count;
            _slots.Add(new(key, value));
        }

        _index.Add(key, slot);
        return true;
    }

    public bool Remove(byte[] key) => Remove(key, out _);

    public bool Remove(byte[] key, out TValue value)
    {
        value = default!;
        if (!_index.Remove(key, out var slot))
            return false;
        value = _slots[slot].Value;
        _slots[slot] = default;
        _free.Push(slot);
        if (_index.Count == 0)
            Clear();
        return true;
    }

    public void Clear()
    {
        _index.Clear();
        _slots.Clear();
        _slots.TrimExcess();
        _free.Clear();
        _free.TrimExcess();
    }

    /// <summary>Adds the items of up to <paramref name="count"/> slots and returns the next cursor, 0 at the end.</summary>
    public ulong Scan(ulong cursor, int count, List<KeyValuePair<byte[], TValue>> into)
    {
        if (cursor >= (ulong)_slots.Count)
            return 0;
        var slot = (int)cursor;
        var end = (int)Math.Min(_slots.Count, (long)slot + count);
        for (; slot < end; slot++)
        {
            if (_slots[slot].Key is { } key)
                into.Add(new(key, _slots[slot].Value));
        }

        return slot == _slots.Count ? 0 : (ulong)slot;
    }

    /// <summary>Any item; the map must not be empty.</summary>
    public KeyValuePair<byte[], TValue> Any()
    {
        var start = Random.Shared.Next(_slots.Count);
        for (var probe = 0; probe < 64 && _slots[start].Key is null; probe++)
            start = Random.Shared.Next(_slots.Count);
        while (_slots[start].Key is null)
            start = (start + 1) % _slots.Count;
        return _slots[start]!;
    }
}
