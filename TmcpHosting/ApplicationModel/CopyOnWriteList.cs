using System.Collections;
using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A list whose enumeration is a snapshot: the model is read by many tasks while callbacks still add to it.</summary>
internal sealed class CopyOnWriteList<T> : IList<T>, IList
{
    private readonly Lock _gate = new();
    private ImmutableArray<T> _items = [];

    public int Count => _items.Length;

    public bool IsReadOnly => false;

    public bool IsFixedSize => false;

    public bool IsSynchronized => true;

    public object SyncRoot => this;

    public T this[int index]
    {
        get => _items[index];
        set => Change(items => items.SetItem(index, value));
    }

    object? IList.this[int index]
    {
        get => this[index];
        set => this[index] = (T)value!;
    }

    public void Add(T item) => Change(items => items.Add(item));

    public void Clear() => Change(_ => []);

    public bool Contains(T item) => _items.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public int IndexOf(T item) => _items.IndexOf(item);

    public void Insert(int index, T item) => Change(items => items.Insert(index, item));

    public bool Remove(T item)
    {
        lock (_gate)
        {
            var before = _items.Length;
            _items = _items.Remove(item);
            return _items.Length != before;
        }
    }

    public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList.Add(object? value)
    {
        lock (_gate)
        {
            _items = _items.Add((T)value!);
            return _items.Length - 1;
        }
    }

    bool IList.Contains(object? value) => value is T item && Contains(item);

    int IList.IndexOf(object? value) => value is T item ? IndexOf(item) : -1;

    void IList.Insert(int index, object? value) => Insert(index, (T)value!);

    void IList.Remove(object? value) => Remove((T)value!);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);

    private void Change(Func<ImmutableArray<T>, ImmutableArray<T>> change)
    {
        lock (_gate)
            _items = change(_items);
    }
}
