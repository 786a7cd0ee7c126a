using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resources of an application; enumeration is a snapshot.</summary>
internal sealed class ResourceCollection(IEnumerable<IResource> resources) : IResourceCollection
{
    private readonly CopyOnWriteList<IResource> _items = [.. resources];

    public ResourceCollection()
        : this([])
    {
    }

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public IResource this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public bool TryGetByName(string name, [NotNullWhen(true)] out IResource? resource)
    {
        ArgumentNullException.ThrowIfNull(name);
        resource = _items.FirstOrDefault(r => string.Equals(r.Name, name, StringComparisons.ResourceName));
        return resource is not null;
    }

    public void Add(IResource item) => _items.Add(item);

    public void Clear() => _items.Clear();

    public bool Contains(IResource item) => _items.Contains(item);

    public void CopyTo(IResource[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public IEnumerator<IResource> GetEnumerator() => _items.GetEnumerator();

    public int IndexOf(IResource item) => _items.IndexOf(item);

    public void Insert(int index, IResource item) => _items.Insert(index, item);

    public bool Remove(IResource item) => _items.Remove(item);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
