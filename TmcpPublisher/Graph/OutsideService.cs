namespace Tmcp.Publisher.Graph;

/// <summary>A service outside the cluster: it gets a Service and an EndpointSlice and no pod.</summary>
/// <param name="Resource">Its name in the manifest, the key of its address in the settings of a cluster.</param>
/// <param name="Service">Name of the Service.</param>
/// <param name="Ports">At least one.</param>
internal sealed record OutsideService(string Resource, string Service, IReadOnlyList<WorkloadPort> Ports);
