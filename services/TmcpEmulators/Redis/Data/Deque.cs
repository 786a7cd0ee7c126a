using System.Collections;

namespace TmcpEmulators.Redis.Data;

/// <summary>A ring of items: cheap at both ends, by index, and, for an insertion in the middle, one copy of what lies behind it.</summary>
internal sealed class Deque<T> : IReadOnlyList<T>
{
    private T[] _items = new T[4];
    private int _head;

    public int Count { get; private set; }

    public T this[int index]
    {
        get => _items[Slot(index)];
        set => _items[Slot(index)] = value;
    }

    public void AddLast(T item)
    {
        Grow();
        _items[Slot(Count++)] = item;
    }

    public void AddFirst(T item)
    {
        Grow();
        _head = (_head - 1 + _items.Length) % _items.Length;
        _items[_head] = item;
        Count++;
    }

    public T RemoveFirst()
    {
        var item = _items[_head];
        _items[_head] = default!;
        _head = (_head + 1) % _items.Length;
        Count--;
        Shrink();
        return item;
    }

    public T RemoveLast()
    {
        var slot = Slot(--Count);
        var item = _items[slot];
        _items[slot] = default!;
        Shrink();
        return item;
    }

    public void Insert(int index, T item)
    {
        AddLast(item);
        for (var i = Count - 1; i > index; i--)
            this[i] = this[i - 1];
        this[index] = item;
    }

    public void RemoveAt(int index)
    {
        if (index == 0)
        {
            RemoveFirst();
            return;
        }

        for (var i = index; i < Count - 1; i++)
            this[i] = this[i + 1];
        RemoveLast();
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Slot(int index)
    {
        var slot = _head + index;
        return slot >= _items.Length ? slot - _items.Length : slot;
    }

    private void Grow()
    {
        if (Count == _items.Length)
            Resize(_items.Length * 2);
    }

    private void Shrink()
    {
        if (_items.Length > 64 && Count < _items.Length / 4)
            Resize(_items.Length / 2);
    }

    private void Resize(int capacity)
    {
        var items = new T[capacity];
        for (var i = 0; i < Count; i++)
            items[i] = this[i];
        (_items, _head) = (items, 0);
    }
}
