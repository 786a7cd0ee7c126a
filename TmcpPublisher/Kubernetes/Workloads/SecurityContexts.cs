using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Workloads;

/// <summary>What the profile "restricted" of the pod security standards asks for, and a read-only root file system.</summary>
internal static class SecurityContexts
{
    /// <summary>User of our own images.</summary>
    internal const int OwnUser = 10001;

    // Ports below need root, or this sysctl, which the restricted profile allows.
    private const int FirstUnprivilegedPort = 1024;

    internal static YamlMappingNode ForPod(Workload workload) => ForPod(
        workload.User,
        ownsVolumes: workload.Volumes.Any(volume => volume.Claim is not null),
        lowPorts: workload.User != 0 && workload.Ports.Any(port => port.ContainerPort < FirstUnprivilegedPort));

    internal static YamlMappingNode ForPod(int? user, bool ownsVolumes = false, bool lowPorts = false) => Map(
        ("runAsNonRoot", Flag(user != 0)),
        ("runAsUser", user is { } id ? Number(id) : null),
        ("runAsGroup", user is { } group ? Number(group) : null),
        ("fsGroup", ownsVolumes && user is > 0 ? Number(user.Value) : null),
        ("fsGroupChangePolicy", ownsVolumes && user is > 0 ? Text("OnRootMismatch") : null),
        ("seccompProfile", Map(("type", Text("RuntimeDefault")))),
        ("sysctls", lowPorts ? List(Map(("name", Text("net.ipv4.ip_unprivileged_port_start")), ("value", Text("0")))) : null));

    internal static YamlMappingNode ForContainer(bool hasReadOnlyRoot = true) => Map(
        ("allowPrivilegeEscalation", Flag(false)),
        ("readOnlyRootFilesystem", Flag(hasReadOnlyRoot)),
        ("capabilities", Map(("drop", Texts("ALL")))));
}
