using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Platform.Logging;

/// <summary>What the log shipper may call: names, the API of the cluster, and the stores of each environment. Nobody may call it.</summary>
internal static class LogShipperPolicy
{
    internal static YamlNode Create(string name, RenderPlan plan, ClusterPlace cluster, IEnumerable<WorkloadPlan?> targets) => PolicyObjects.Create(
        name,
        KubernetesObject.Selector(name),
        [],
        [
            PolicyObjects.Dns(),

            // The API answers at an address that only the cluster knows, in front of or behind its Service.
            Map(("to", List(Peers.Block("0.0.0.0/0"))), ("ports", List(Peers.Port(443), Peers.Port(6443)))),
            .. targets.OfType<WorkloadPlan>().SelectMany(target => cluster.Environments(plan).Select(environment => Map(
                ("to", List(Peers.Pods(target.Workload.App, environment.Settings.Namespace))),
                ("ports", List(target.Workload.Ports.Select(port => Peers.Port(port.ContainerPort, port.Protocol))))))),
        ]);
}
