using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Networking;

/// <summary>The ends of a permitted connection. Selectors name pods, never services: that is what the policy engine of K3s gets right.</summary>
internal static class Peers
{
    internal static YamlMappingNode Pods(string app, string? inNamespace = null) => Map(
        ("namespaceSelector", inNamespace is null ? null : Namespace(inNamespace)),
        ("podSelector", KubernetesObject.Selector(app)));

    internal static YamlMappingNode Ingress(IngressSettings ingress) => Map(
        ("namespaceSelector", Namespace(ingress.Namespace)),
        ("podSelector", Map(("matchLabels", Map(ingress.Labels)))));

    internal static YamlMappingNode ClusterDns() => Map(
        ("namespaceSelector", Namespace("kube-system")),
        ("podSelector", Map(("matchLabels", Map(("k8s-app", Text("kube-dns")))))));

    internal static YamlMappingNode Block(string cidr) => Map(("ipBlock", Map(("cidr", Text(cidr)))));

    /// <summary>Every address that is not private.</summary>
    internal static YamlMappingNode Internet() => Map(("ipBlock", Map(
        ("cidr", Text("0.0.0.0/0")), ("except", Texts("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))));

    internal static YamlMappingNode Port(int port, string protocol = "TCP") => Map(("protocol", Text(protocol)), ("port", Number(port)));

    private static YamlMappingNode Namespace(string name) => Map(("matchLabels", Map(("kubernetes.io/metadata.name", Text(name)))));
}
