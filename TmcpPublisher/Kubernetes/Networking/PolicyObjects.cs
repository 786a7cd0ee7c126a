using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Networking;

/// <summary>Network policies: what the edges of the graph need, and nothing else. Their ports are those of the containers.</summary>
internal static class PolicyObjects
{
    private const int HttpsPort = 443;
    private const int DnsPort = 53;

    /// <summary>Denies everything, then lets every pod resolve names.</summary>
    internal static IReadOnlyList<YamlNode> Shared() =>
    [
        Create(SharedNames.DefaultDeny, new YamlMappingNode(), [], []),
        KubernetesObject.Create(
            "networking.k8s.io/v1",
            "NetworkPolicy",
            KubernetesObject.Metadata(SharedNames.AllowDns),
            ("spec", Map(
                ("podSelector", new YamlMappingNode()),
                ("policyTypes", Texts("Egress")),
                ("egress", List(Dns()))))),
    ];

    /// <summary>Lets a pod resolve names.</summary>
    internal static YamlMappingNode Dns() => Map(
        ("to", List(Peers.ClusterDns())),
        ("ports", List(Peers.Port(DnsPort, "UDP"), Peers.Port(DnsPort))));

    /// <summary>The policy of a workload.</summary>
    internal static YamlNode For(WorkloadPlan plan)
        => Create(plan.Workload.Resource, KubernetesObject.Selector(plan.Workload.App), Ingress(plan), Egress(plan));

    /// <summary>A policy of both directions; a direction without a rule is closed.</summary>
    internal static YamlNode Create(string name, YamlMappingNode podSelector, IReadOnlyList<YamlNode> ingress, IReadOnlyList<YamlNode> egress)
        => KubernetesObject.Create(
            "networking.k8s.io/v1",
            "NetworkPolicy",
            KubernetesObject.Metadata(name),
            ("spec", Map(
                ("podSelector", podSelector),
                ("policyTypes", Texts("Ingress", "Egress")),
                ("ingress", ListOrNull(ingress)),
                ("egress", ListOrNull(egress)))));

    /// <summary>Changes of the addresses outside the cluster, for an environment of another cluster.</summary>
    internal static KustomizePatch? Move(WorkloadPlan plan, string environment)
    {
        var outside = plan.Plan.Outside;
        var operations = Edges(plan)
            .Select((edge, index) => (Index: index, edge.To))
            .Where(edge => plan.Plan.FindOutside(edge.To) is not null && outside.Of(edge.To, environment).Cidr != outside.Of(edge.To, null).Cidr)
            .Select(edge => KustomizePatch.Replace($"/spec/egress/{edge.Index}/to/0/ipBlock/cidr", Text(outside.Of(edge.To, environment).Cidr)))
            .ToList();
        return operations.Count == 0 ? null : KustomizePatch.Operations("NetworkPolicy", plan.Workload.Resource, operations);
    }

    // One rule a port: whoever calls it from inside, from outside the graph, and from outside the cluster.
    private static List<YamlNode> Ingress(WorkloadPlan plan)
    {
        var workload = plan.Workload;
        var rules = new List<YamlNode>();
        foreach (var port in workload.Ports)
        {
            List<YamlNode> from =
            [
                .. plan.Plan.EdgesTo(workload.Resource).Where(edge => edge.Port == port.Name)
                    .Select(edge => plan.Plan.FindWorkload(edge.From)).OfType<WorkloadPlan>().Select(caller => Peers.Pods(caller.Workload.App)),
                .. workload.AllowFrom.Select(caller => Peers.Pods(caller.App, caller.Namespace)),
                .. workload.Routes.Any(route => route.Port == port.Name) ? [Peers.Ingress(plan.Plan.Settings.Ingress)] : Array.Empty<YamlNode>(),
            ];
            if (from.Count > 0)
                rules.Add(Map(("from", List(from)), ("ports", List(Peers.Port(port.ContainerPort, port.Protocol)))));
        }

        return rules;
    }

    private static List<YamlNode> Egress(WorkloadPlan plan)
    {
        List<YamlNode> rules = [.. Edges(plan).Select(edge => Egress(plan.Plan, edge))];
        if (plan.Workload.ReachesInternet)
            rules.Add(Map(("to", List(Peers.Internet())), ("ports", List(Peers.Port(HttpsPort)))));
        return rules;
    }

    private static YamlMappingNode Egress(RenderPlan plan, Edge edge)
    {
        var target = plan.FindWorkload(edge.To);
        var ports = target?.Workload.Ports ?? plan.FindOutside(edge.To)!.Ports;
        var port = ports.First(candidate => candidate.Name == edge.Port);
        var peer = target is null ? Peers.Block(plan.Outside.Of(edge.To, null).Cidr) : Peers.Pods(target.Workload.App);
        return Map(("to", List(peer)), ("ports", List(Peers.Port(port.ContainerPort, port.Protocol))));
    }

    private static IEnumerable<Edge> Edges(WorkloadPlan plan) => plan.Plan.EdgesFrom(plan.Workload.Resource);
}
