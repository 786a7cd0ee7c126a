using System.Collections.Concurrent;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The addresses at which the processes behind the proxy of an endpoint listen themselves, such as <c>localhost:41234</c>. Thread-safe.</summary>
internal sealed class EndpointListeners
{
    private readonly ConcurrentDictionary<string, string> _byName = new(StringComparer.Ordinal);

    /// <summary>True while no process runs.</summary>
    public bool IsEmpty => _byName.IsEmpty;

    /// <summary>The address when there is exactly one; with replicas the proxy chooses.</summary>
    public string? Only => _byName.Values is { Count: 1 } addresses ? addresses.FirstOrDefault() : null;

    public void Set(string name, string address) => _byName[name] = address;

    public void Remove(string name) => _byName.TryRemove(name, out _);
}
