using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The addresses of an endpoint by network. Thread-safe.</summary>
public class NetworkEndpointSnapshotList : IEnumerable<NetworkEndpointSnapshot>
{
    private readonly ConcurrentDictionary<NetworkIdentifier, NetworkEndpointSnapshot> _byNetwork = new();

    /// <inheritdoc />
    public IEnumerator<NetworkEndpointSnapshot> GetEnumerator() => _byNetwork.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds an address that is known now or later.</summary>
    /// <param name="networkID">The network.</param>
    /// <param name="snapshot">The address.</param>
    /// <returns>False when the network has one already; nothing changes then.</returns>
    public bool TryAdd(NetworkIdentifier networkID, ValueSnapshot<AllocatedEndpoint> snapshot) =>
        _byNetwork.TryAdd(networkID, new NetworkEndpointSnapshot(snapshot, networkID));

    /// <summary>Sets the address in a network and releases everyone who waits for it.</summary>
    /// <param name="networkID">The network.</param>
    /// <param name="endpoint">The address.</param>
    public void AddOrUpdateAllocatedEndpoint(NetworkIdentifier networkID, AllocatedEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Find(networkID).Snapshot.SetValue(endpoint);
    }

    /// <summary>The address in a network; waits until it is allocated.</summary>
    /// <param name="networkID">The network.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The address.</returns>
    public Task<AllocatedEndpoint> GetAllocatedEndpointAsync(NetworkIdentifier networkID, CancellationToken cancellationToken = default) =>
        Find(networkID).Snapshot.GetValueAsync(cancellationToken);

    internal bool TryGetAllocatedEndpoint(NetworkIdentifier networkID, [NotNullWhen(true)] out AllocatedEndpoint? endpoint)
    {
        endpoint = null;
        return _byNetwork.TryGetValue(networkID, out var entry) && entry.Snapshot.TryGetValue(out endpoint);
    }

    private NetworkEndpointSnapshot Find(NetworkIdentifier networkID) =>
        _byNetwork.GetOrAdd(networkID, id => new NetworkEndpointSnapshot(new ValueSnapshot<AllocatedEndpoint>(), id));
}
