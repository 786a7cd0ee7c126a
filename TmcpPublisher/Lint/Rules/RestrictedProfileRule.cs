using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>The profile "restricted" of https://kubernetes.io/docs/concepts/security/pod-security-standards/.</summary>
internal sealed class RestrictedProfileRule() : LintRule("restricted-profile", "a pod that the profile 'restricted' refuses")
{
    private static readonly HashSet<string> Volumes = new(StringComparer.Ordinal)
    {
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret",
    };

    private static readonly HashSet<string> Sysctls = new(StringComparer.Ordinal)
    {
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
        "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
    };

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => rendering.Workloads.Where(workload => !context.PrivilegedNamespaces.Contains(workload.Namespace ?? ""))
            .SelectMany(workload => OfPod(workload).Concat(workload.Containers.SelectMany(container => OfContainer(workload, container)))
                .Select(fault => Report(workload.Object, fault.Path, fault.What, fault.Remedy)));

    private static IEnumerable<(string Path, string What, string Remedy)> OfPod(WorkloadView workload)
    {
        foreach (var field in new[] { "hostNetwork", "hostPID", "hostIPC" }.Where(field => workload.Pod.Get(field).IsTrue()))
            yield return ($"{workload.PodPath}.{field}", "The pod shares this with its node.", "Remove it.");
        foreach (var (index, volume) in workload.Pod.Get("volumes").Items().Index())
        {
            foreach (var kind in volume.Members().Select(member => member.Key).Where(kind => kind != "name" && !Volumes.Contains(kind)))
                yield return ($"{workload.PodPath}.volumes[{index}].{kind}", $"Volumes of the kind '{kind}' are not allowed.", "Use a claim, or move the workload to a namespace of its own.");
        }

        foreach (var (index, sysctl) in workload.Pod.Get("securityContext", "sysctls").Items().Index())
        {
            if (!Sysctls.Contains(sysctl.Get("name").Text() ?? ""))
                yield return ($"{workload.PodPath}.securityContext.sysctls[{index}]", $"The sysctl '{sysctl.Get("name").Text()}' is not on the safe list.", "Remove it.");
        }
    }

    private static IEnumerable<(string Path, string What, string Remedy)> OfContainer(WorkloadView workload, ContainerView container)
    {
        var pod = workload.Pod.Get("securityContext");
        var own = container.Root.Get("securityContext");
        var path = $"{container.Path}.securityContext";
        if (!(own.Get("runAsNonRoot") ?? pod.Get("runAsNonRoot")).IsTrue())
            yield return ($"{path}.runAsNonRoot", "The container may run as root.", "Write runAsNonRoot: true.");
        if ((own.Get("runAsUser") ?? pod.Get("runAsUser")).Text() == "0")
            yield return ($"{path}.runAsUser", "The container runs as root.", "Give the user id of the image.");
        if ((own.Get("seccompProfile", "type") ?? pod.Get("seccompProfile", "type")).Text() is not ("RuntimeDefault" or "Localhost"))
            yield return ($"{path}.seccompProfile", "There is no seccomp profile.", "Write type: RuntimeDefault.");
        if (!own.Get("allowPrivilegeEscalation").IsFalse())
            yield return ($"{path}.allowPrivilegeEscalation", "The container may gain rights.", "Write allowPrivilegeEscalation: false.");
        if (own.Get("privileged").IsTrue())
            yield return ($"{path}.privileged", "The container is privileged.", "Remove it.");
        if (!own.Get("capabilities", "drop").Texts().Contains("ALL") || own.Get("capabilities", "add").Texts().Any(name => name != "NET_BIND_SERVICE"))
            yield return ($"{path}.capabilities", "The container keeps capabilities.", "Write drop: [ALL] and add none but NET_BIND_SERVICE.");
        if (container.Root.Get("ports").Items().Any(port => port.Get("hostPort") is JsonNode value && value.Text() != "0"))
            yield return ($"{container.Path}.ports", "The container takes a port of its node.", "Remove 'hostPort'; use a Service.");
    }
}
