using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>The network policies of a rendering, as a cluster evaluates them.</summary>
internal sealed class PolicySet
{
    private readonly ILookup<WorkloadView, PolicyView> _byWorkload;
    private readonly Rendering _rendering;

    internal PolicySet(Rendering rendering)
    {
        _rendering = rendering;
        Policies = rendering.OfKind("NetworkPolicy").Select(item => new PolicyView(item)).ToList();
        _byWorkload = Policies.SelectMany(policy => rendering.Select(policy.Selector, policy.Object.Namespace).Select(workload => (workload, policy)))
            .ToLookup(pair => pair.workload, pair => pair.policy);
    }

    internal IReadOnlyList<PolicyView> Policies { get; }

    /// <summary>Whether a namespace is under policies at all; a platform's own may be open.</summary>
    internal bool Govern(string? @namespace) => Policies.Any(policy => policy.Object.Namespace == @namespace);

    /// <summary>Whether a rule says that one workload may call a port of another. Having no policy at all is no permission.</summary>
    internal bool PermitsEgress(WorkloadView from, WorkloadView to, PortView port)
        => _byWorkload[from].SelectMany(policy => policy.Egress).Any(rule => rule.Allows(port) && rule.Peers.Any(peer => Includes(peer, from, to)));

    internal bool PermitsIngress(WorkloadView from, WorkloadView to, PortView port)
        => _byWorkload[to].SelectMany(policy => policy.Ingress).Any(rule => rule.Allows(port) && rule.Peers.Any(peer => Includes(peer, to, from)));

    /// <summary>Whether a rule lets a workload call an address outside the cluster.</summary>
    internal bool PermitsAddress(WorkloadView from, string address, PortView port)
        => _byWorkload[from].SelectMany(policy => policy.Egress).Any(rule => rule.Allows(port) && rule.Peers.Any(peer => Network.Contains(peer.Get("ipBlock"), address)));

    /// <summary>Whether a rule lets pods of another namespace call a port.</summary>
    internal bool PermitsOtherNamespaces(WorkloadView to, PortView port)
        => _byWorkload[to].SelectMany(policy => policy.Ingress)
            .Any(rule => rule.Allows(port) && rule.Peers.Any(peer => peer is JsonObject { Count: 0 } || peer.Get("namespaceSelector") is not null));

    /// <summary>Whether a connection works: a direction that no policy of the workload restricts is open.</summary>
    internal bool Allows(WorkloadView from, WorkloadView to, PortView port)
        => (!_byWorkload[from].Any(policy => policy.RestrictsEgress) || PermitsEgress(from, to, port))
            && (!_byWorkload[to].Any(policy => policy.RestrictsIngress) || PermitsIngress(from, to, port));

    // A peer without a namespaceSelector means pods beside the policy.
    private bool Includes(JsonNode? peer, WorkloadView self, WorkloadView other)
    {
        if (peer is JsonObject { Count: 0 })
            return true;
        if (peer.Get("ipBlock") is not null)
            return false;

        var inNamespace = peer.Get("namespaceSelector") is { } namespaces
            ? LabelSelector.Matches(namespaces, NamespaceLabels(other.Namespace ?? "default"))
            : other.Namespace == self.Namespace;
        return inNamespace && LabelSelector.Matches(peer.Get("podSelector"), other.Labels);
    }

    private Dictionary<string, string> NamespaceLabels(string name)
    {
        var labels = _rendering.Find("Namespace", null, name)?.Labels ?? [];
        labels["kubernetes.io/metadata.name"] = name;
        return labels;
    }
}
