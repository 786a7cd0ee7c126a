using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Components;

/// <summary>
/// More pods where more than one may run, spread over the nodes, and never all of them away at once. A disruption budget for a single pod
/// would block every drain of its node, so there is none.
/// </summary>
internal static class HighAvailability
{
    internal static Component Create(RenderPlan plan)
    {
        var multiple = plan.Workloads.Where(workload => Count(workload.Workload) > 1).ToList();
        foreach (var workload in plan.Workloads.Select(workload => workload.Workload).Where(workload => workload.Autoscale is not null && !MayMultiply(workload)))
        {
            plan.Problems.Add($"Resource '{workload.Resource}' is to be scaled, but {(workload.Mode is WorkloadMode.Stateless or WorkloadMode.Worker ? "it holds a volume that one pod mounts" : $"its mode is {workload.Mode}")}. "
                + "Remove 'autoscale' from its Kubernetes extension, or make it stateless.");
        }

        return new Component("ha")
        {
            Files = [.. multiple.Select(workload => ($"{workload.Workload.Resource}.yaml", Objects(workload.Workload)))],
            Patches = [.. multiple.Select(Patch)],
        };
    }

    private static bool MayMultiply(Workload workload)
        => workload.Mode is WorkloadMode.Stateless or WorkloadMode.Worker && workload.Volumes.All(volume => volume.Claim is null);

    private static int Count(Workload workload) => MayMultiply(workload) ? Math.Max(workload.Replicas, workload.Autoscale?.Min ?? 1) : 1;

    private static IReadOnlyList<YamlNode> Objects(Workload workload) =>
    [
        .. workload.Autoscale is { } scale ? [Autoscaler(workload, scale)] : Array.Empty<YamlNode>(),
        KubernetesObject.Create(
            "policy/v1",
            "PodDisruptionBudget",
            KubernetesObject.Metadata(workload.Name),
            ("spec", Map(
                ("maxUnavailable", Number(1)),
                ("unhealthyPodEvictionPolicy", Text("AlwaysAllow")),
                ("selector", KubernetesObject.Selector(workload.App))))),
    ];

    private static YamlMappingNode Autoscaler(Workload workload, Autoscale scale) => KubernetesObject.Create(
        "autoscaling/v2",
        "HorizontalPodAutoscaler",
        KubernetesObject.Metadata(workload.Name),
        ("spec", Map(
            ("scaleTargetRef", Map(("apiVersion", Text("apps/v1")), ("kind", Text("Deployment")), ("name", Text(workload.Name)))),
            ("minReplicas", Number(scale.Min)),
            ("maxReplicas", Number(scale.Max)),
            ("metrics", List(Map(
                ("type", Text("Resource")),
                ("resource", Map(
                    ("name", Text("cpu")),
                    ("target", Map(("type", Text("Utilization")), ("averageUtilization", Number(scale.CpuPercent))))))))))));

    // The autoscaler owns the number of pods: a number in Git would put it back at every sync.
    private static KustomizePatch Patch(WorkloadPlan plan) => KustomizePatch.Operations(plan.Kind, plan.Workload.Name,
    [
        .. plan.Workload.Autoscale is not null ? [KustomizePatch.Remove("/spec/replicas")] : Array.Empty<YamlNode>(),
        KustomizePatch.Add("/spec/template/spec/topologySpreadConstraints", List(Map(
            ("maxSkew", Number(1)),
            ("topologyKey", Text("kubernetes.io/hostname")),
            ("whenUnsatisfiable", Text("ScheduleAnyway")),
            ("labelSelector", KubernetesObject.Selector(plan.Workload.App))))),
    ]);
}
