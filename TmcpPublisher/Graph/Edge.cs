namespace Tmcp.Publisher.Graph;

/// <summary>A connection that the graph needs. Its network policies follow from it.</summary>
/// <param name="From">Resource name of the workload that calls.</param>
/// <param name="To">Resource name of the workload or the outside service that answers.</param>
/// <param name="Port">Name of the port of <paramref name="To"/>.</param>
internal sealed record Edge(string From, string To, string Port);
