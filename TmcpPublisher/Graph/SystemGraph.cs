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
    IReadOnlyList<string> Warnings)
{
    /// <summary>Images that no workload runs: others copy files out of them while they are built.</summary>
    internal IReadOnlyList<ImageSource.Built> BuildOnly { get; init; } = [];

    /// <summary>Every parameter that a build uses, by name.</summary>
    internal IReadOnlyDictionary<string, Parameter> BuildParameters { get; init; } = new Dictionary<string, Parameter>();
}
