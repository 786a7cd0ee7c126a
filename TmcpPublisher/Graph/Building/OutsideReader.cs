using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Services outside of the cluster: facts of mode <c>external</c>.</summary>
internal sealed class OutsideReader(ProblemList problems)
{
    internal IReadOnlyList<OutsideService> Read(IEnumerable<KubernetesFacts> all) =>
        all.Where(facts => facts.IsExternal).Select(Read).ToArray();

    private OutsideService Read(KubernetesFacts facts)
    {
        if (facts.Ports.Count == 0)
            problems.Add(facts.Path, "the mode 'external' needs 'service.ports' with at least one port, such as { \"http\": { \"port\": 11434 } }.");

        var stem = facts.Short ?? LegalName.Label(facts.For);
        return new OutsideService(facts.For, facts.Service ?? $"{stem}-service", facts.Ports.Select(port => Port(port.Key, port.Value)).ToArray());
    }

    private WorkloadPort Port(string name, PortFacts facts)
    {
        if (facts.Port is null)
            problems.Add(facts.Path, "lacks 'port', which a service outside of the cluster has to say. Add it.");
        return new WorkloadPort(LegalName.Port(name), facts.TargetPort ?? facts.Port ?? 0, facts.Port ?? 0);
    }
}
