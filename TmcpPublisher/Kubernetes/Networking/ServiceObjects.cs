using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Networking;

/// <summary>Services of workloads, and of what runs outside the cluster.</summary>
internal static class ServiceObjects
{
    /// <summary>The Service of a workload; none for one that nobody calls.</summary>
    internal static IReadOnlyList<YamlNode> For(Workload workload) => workload switch
    {
        { Service: { } name } => [Create(name, workload.App, workload.Ports.Select(port => Port(port, Text(port.Name))))],

        // A StatefulSet has to name a Service, even when it has no port.
        { Mode: WorkloadMode.SingleWriter } => [Create(workload.Name, workload.App, workload.Ports.Select(port => Port(port, Text(port.Name))), headless: true)],
        _ => [],
    };

    /// <summary>A Service whose pods carry a label.</summary>
    internal static YamlNode Create(string name, string app, IEnumerable<YamlNode> ports, bool headless = false) => KubernetesObject.Create(
        "v1",
        "Service",
        KubernetesObject.Metadata(name, Map(("app", Text(app)))),
        ("spec", Map(
            ("type", Text("ClusterIP")),
            ("clusterIP", headless ? Text("None") : null),
            ("selector", Map(("app", Text(app)))),
            ("ports", ListOrNull(ports)))));

    /// <summary>A name in the cluster for a machine outside it.</summary>
    internal static IReadOnlyList<YamlNode> For(OutsideService service, OutsideAddress address)
    {
        var ports = List(service.Ports.Select(port => Port(port, Number(port.ContainerPort))));
        if (address.IsName)
            return [OutsideObject(service, Map(("type", Text("ExternalName")), ("externalName", Text(address.Text)), ("ports", ports)))];

        return [OutsideObject(service, Map(("type", Text("ClusterIP")), ("ports", ports))), Slice(service, address)];
    }

    /// <summary>Changes of the address in an environment of another cluster.</summary>
    internal static KustomizePatch Move(OutsideService service, OutsideAddress address) => address.IsName
        ? KustomizePatch.Operations("Service", service.Service, KustomizePatch.Replace("/spec/externalName", Text(address.Text)))
        : KustomizePatch.Operations("EndpointSlice", SliceName(service), KustomizePatch.Replace("/endpoints/0/addresses/0", Text(address.Text)));

    /// <summary>A port of a Service.</summary>
    internal static YamlNode Port(WorkloadPort port, YamlNode target) => Map(
        ("name", Text(port.Name)), ("port", Number(port.ServicePort)), ("targetPort", target), ("protocol", Text(port.Protocol)));

    private static string SliceName(OutsideService service) => service.Service + "-1";

    private static YamlMappingNode OutsideObject(OutsideService service, YamlMappingNode spec)
        => KubernetesObject.Create("v1", "Service", KubernetesObject.Metadata(service.Service), ("spec", spec));

    private static YamlMappingNode Slice(OutsideService service, OutsideAddress address) => KubernetesObject.Create(
        "discovery.k8s.io/v1",
        "EndpointSlice",
        KubernetesObject.Metadata(SliceName(service), Map(
            ("kubernetes.io/service-name", Text(service.Service)),
            ("endpointslice.kubernetes.io/managed-by", Text(SharedNames.System)))),
        ("addressType", Text(address.Family == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4")),
        ("ports", List(service.Ports.Select(port => Map(
            ("name", Text(port.Name)), ("port", Number(port.ContainerPort)), ("protocol", Text(port.Protocol)))))),
        ("endpoints", List(Map(("addresses", Texts(address.Text)), ("conditions", Map(("ready", Flag(true))))))));
}
