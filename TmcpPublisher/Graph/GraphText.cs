using System.Text;

namespace Tmcp.Publisher.Graph;

/// <summary>The graph for a reader.</summary>
internal static class GraphText
{
    /// <summary>One line per connection: <c>agent → bridge (http, 80 → 7999)</c>.</summary>
    internal static string Plain(SystemGraph graph)
    {
        var text = new StringBuilder();
        foreach (var (workload, route) in Routes(graph))
            text.Append($"{route.Path} → {workload.Resource} ({route.Port}{(route.StripPrefix ? ", prefix removed" : "")})\n");
        foreach (var edge in graph.Edges)
            text.Append($"{edge.From} → {edge.To} ({Describe(Port(graph, edge))})\n");
        foreach (var workload in graph.Workloads)
        {
            foreach (var caller in workload.AllowFrom)
                text.Append($"[{caller.App}] → {workload.Resource}\n");
            if (workload.ReachesInternet)
                text.Append($"{workload.Resource} → internet (443)\n");
        }

        return text.ToString();
    }

    internal static string Mermaid(SystemGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var workload in graph.Workloads)
            text.Append($"  {Id(workload.Resource)}{(workload.Mode is WorkloadMode.SingleWriter ? $"[(\"{workload.Resource}\")]" : $"[\"{workload.Resource}\"]")}\n");
        foreach (var outside in graph.OutsideServices)
            text.Append($"  {Id(outside.Resource)}([\"{outside.Resource}, outside\"])\n");
        foreach (var (workload, route) in Routes(graph))
            text.Append($"  ingress([ingress]) -->|\"{route.Path}\"| {Id(workload.Resource)}\n");
        foreach (var edge in graph.Edges)
            text.Append($"  {Id(edge.From)} -->|\"{edge.Port} {Port(graph, edge).ServicePort}\"| {Id(edge.To)}\n");
        return text.ToString();
    }

    private static IEnumerable<(Workload Workload, Route Route)> Routes(SystemGraph graph) => graph.Workloads
        .SelectMany(workload => workload.Routes.Select(route => (workload, route)))
        .OrderBy(entry => entry.route.Path, StringComparer.Ordinal);

    private static WorkloadPort Port(SystemGraph graph, Edge edge) =>
        (graph.Workloads.FirstOrDefault(workload => workload.Resource == edge.To)?.Ports
            ?? graph.OutsideServices.First(service => service.Resource == edge.To).Ports).First(port => port.Name == edge.Port);

    private static string Describe(WorkloadPort port) =>
        port.ServicePort == port.ContainerPort ? $"{port.Name}, {port.ServicePort}" : $"{port.Name}, {port.ServicePort} → {port.ContainerPort}";

    // 'end' is a word of Mermaid, and ids have no blanks.
    private static string Id(string resource) => $"r_{resource.Replace('-', '_')}";
}
