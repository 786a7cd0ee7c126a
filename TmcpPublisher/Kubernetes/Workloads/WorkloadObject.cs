using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Workloads;

/// <summary>The object that runs the pods of a workload.</summary>
internal static class WorkloadObject
{
    internal static YamlNode Create(WorkloadPlan plan) => KubernetesObject.Create(
        plan.Workload.Mode is WorkloadMode.Job or WorkloadMode.Cron ? "batch/v1" : "apps/v1",
        plan.Kind,
        KubernetesObject.Metadata(plan.ObjectName(null), PodTemplate.Labels(plan.Workload)),
        ("spec", Spec(plan)));

    private static YamlMappingNode Spec(WorkloadPlan plan) => plan.Workload.Mode switch
    {
        WorkloadMode.SingleWriter => SingleWriter(plan),
        WorkloadMode.Job => Job(plan),
        WorkloadMode.Cron => Cron(plan),
        _ => Deployment(plan),
    };

    private static YamlMappingNode Deployment(WorkloadPlan plan) => Map(
        ("replicas", Number(plan.Workload.Replicas)),
        ("strategy", Strategy(plan.Workload)),
        ("revisionHistoryLimit", Number(3)),
        ("selector", KubernetesObject.Selector(plan.Workload.App)),
        ("template", PodTemplate.Create(plan, null)));

    // The new pod of a rolling update would wait for the volume that the old one holds.
    private static YamlMappingNode Strategy(Workload workload)
        => workload.Volumes.Any(volume => volume.Claim is not null)
            ? Map(("type", Text("Recreate")))
            : Map(("type", Text("RollingUpdate")), ("rollingUpdate", Map(("maxSurge", Number(1)), ("maxUnavailable", Number(0)))));

    private static YamlMappingNode SingleWriter(WorkloadPlan plan) => Map(
        ("replicas", Number(1)),
        ("serviceName", Text(plan.Workload.Service ?? plan.Workload.Name)),
        ("revisionHistoryLimit", Number(3)),
        ("selector", KubernetesObject.Selector(plan.Workload.App)),
        ("template", PodTemplate.Create(plan, null)));

    // No ttlSecondsAfterFinished: Argo CD would make the Job again whenever it is gone.
    private static YamlMappingNode Job(WorkloadPlan plan) => Map(
        ("backoffLimit", Number(3)),
        ("template", PodTemplate.Create(plan, null)));

    private static YamlMappingNode Cron(WorkloadPlan plan) => Map(
        ("schedule", Text(plan.Workload.Schedule ?? "")),
        ("timeZone", Text("Etc/UTC")),
        ("concurrencyPolicy", Text("Forbid")),
        ("startingDeadlineSeconds", Number(3600)),
        ("successfulJobsHistoryLimit", Number(1)),
        ("failedJobsHistoryLimit", Number(3)),
        ("jobTemplate", Map(("spec", Map(
            ("backoffLimit", Number(2)),
            ("template", PodTemplate.Create(plan, null)))))));
}
