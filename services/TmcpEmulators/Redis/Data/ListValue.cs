namespace TmcpEmulators.Redis.Data;

/// <summary>A list, left end first.</summary>
internal sealed class ListValue : RedisValue
{
    private readonly Deque<byte[]> _items = new();

    public IReadOnlyList<byte[]> Items => _items;

    public override string Type => "list";

    public override string Encoding => "quicklist";

    public override bool IsEmpty => _items.Count == 0;

    public void Push(byte[] item, bool left)
    {
        Grow(item.Length + MemoryMeter.ItemOverhead);
        if (left)
            _items.AddFirst(item);
        else
            _items.AddLast(item);
    }

    public byte[] Pop(bool left)
    {
        var item = left ? _items.RemoveFirst() : _items.RemoveLast();
        Grow(-(item.Length + MemoryMeter.ItemOverhead));
        return item;
    }

    public void Insert(int index, byte[] item)
    {
        Grow(item.Length + MemoryMeter.ItemOverhead);
        _items.Insert(index, item);
    }

    public void RemoveAt(int index)
    {
        Grow(-(_items[index].Length + MemoryMeter.ItemOverhead));
        _items.RemoveAt(index);
    }

    public void Replace(int index, byte[] item)
    {
        Grow(item.Length - _items[index].Length);
        _items[index] = item;
    }

    public override RedisValue Clone()
    {
        var copy = new ListValue();
        foreach (var item in _items)
            copy.Push(item, left: false);
        return copy;
    }
}
