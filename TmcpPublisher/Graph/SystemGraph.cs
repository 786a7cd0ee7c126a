namespace Tmcp.Publisher.Graph;

/// <summary>
/// The system as a cluster sees it: what every renderer reads, and all that it may read. It holds no fact about a place; those are
/// in <see cref="Settings.PublishSettings"/>.
/// </summary>
/// <param name="Workloads">In the order of the manifest.</param>
/// <param name="OutsideServices">What runs elsewhere and has a name in the cluster.</param>
/// <param name="Parameters">Every parameter that a written value uses, by name.</param>
/// <param name="Edges">Who talks to whom, each pair and port once, ordered by source, then target.</param>
/// <param name="Warnings">What was left out of the manifest, and why.</param>
internal sealed record SystemGraph(
    IReadOnlyList<Workload> Workloads,
    IReadOnlyList<OutsideService> OutsideServices,
    IReadOnlyDictionary<string, Parameter> Parameters,
    IReadOnlyList<Edge> Edges,
    IReadOnlyList<string> Warnings);

/// <summary>A connection that the graph needs. Its network policies follow from it.</summary>
/// <param name="From">Resource name of the workload that calls.</param>
/// <param name="To">Resource name of the workload or the outside service that answers.</param>
/// <param name="Port">Name of the port of <paramref name="To"/>.</param>
internal sealed record Edge(string From, string To, string Port);

/// <summary>A service outside the cluster: it gets a Service and an EndpointSlice and no pod.</summary>
/// <param name="Resource">Its name in the manifest, the key of its address in the settings of a cluster.</param>
/// <param name="Service">Name of the Service.</param>
/// <param name="Ports">At least one.</param>
internal sealed record OutsideService(string Resource, string Service, IReadOnlyList<WorkloadPort> Ports);
