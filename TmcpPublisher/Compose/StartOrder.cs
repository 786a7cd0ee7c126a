using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Compose;

/// <summary>
/// Who waits for whom: a caller for what it calls. Compose refuses a circle, so the connection that would close one is left out; its caller
/// has to bear that the other is not up yet.
/// </summary>
internal sealed class StartOrder
{
    private readonly ILookup<string, string> _calls;
    private readonly HashSet<(string From, string To)> _waits = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    internal StartOrder(SystemGraph graph)
    {
        var workloads = graph.Workloads.Select(workload => workload.Resource).ToHashSet(StringComparer.Ordinal);
        _calls = graph.Edges.Where(edge => workloads.Contains(edge.To)).ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        foreach (var workload in graph.Workloads)
            Visit(workload.Resource);
    }

    /// <summary>What a workload waits for, ordered by name.</summary>
    internal IEnumerable<string> Of(string workload) =>
        _calls[workload].Where(target => _waits.Contains((workload, target))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // Depth first, with a stack of our own: a chain may be as long as the graph.
    private void Visit(string start)
    {
        if (_done.Contains(start))
            return;

        var open = new HashSet<string>(StringComparer.Ordinal) { start };
        var path = new Stack<(string Workload, Queue<string> Left)>([(start, Targets(start))]);
        while (path.TryPeek(out var step))
        {
            if (!step.Left.TryDequeue(out var target))
            {
                path.Pop();
                open.Remove(step.Workload);
                _done.Add(step.Workload);
            }
            else if (!open.Contains(target))
            {
                _waits.Add((step.Workload, target));
                if (!_done.Contains(target))
                {
                    open.Add(target);
                    path.Push((target, Targets(target)));
                }
            }
        }
    }

    private Queue<string> Targets(string workload) => new(_calls[workload].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
