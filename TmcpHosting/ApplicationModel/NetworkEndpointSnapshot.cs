namespace Aspire.Hosting.ApplicationModel;

/// <summary>The address of an endpoint in one network, now or later.</summary>
/// <param name="Snapshot">The address, once known.</param>
/// <param name="NetworkID">The network.</param>
public record class NetworkEndpointSnapshot(ValueSnapshot<AllocatedEndpoint> Snapshot, NetworkIdentifier NetworkID);
