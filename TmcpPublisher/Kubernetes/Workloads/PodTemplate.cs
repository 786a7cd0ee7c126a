using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Workloads;

/// <summary>The pod of a workload.</summary>
internal static class PodTemplate
{
    /// <summary>The pod as the base or an environment describes it, apart from what kustomize replaces: images and names of ConfigMaps.</summary>
    /// <param name="plan">The workload.</param>
    /// <param name="environment">Null: the base.</param>
    internal static YamlMappingNode Create(WorkloadPlan plan, string? environment)
    {
        var workload = plan.Workload;
        return Map(
            ("metadata", Map(("labels", Map(("app", Text(workload.App)), ("app.kubernetes.io/name", Text(workload.App)))))),
            ("spec", Map(
                ("automountServiceAccountToken", Flag(false)),
                ("enableServiceLinks", Flag(false)),
                ("restartPolicy", workload.Mode is WorkloadMode.Job or WorkloadMode.Cron ? Text("OnFailure") : null),
                ("securityContext", SecurityContexts.ForPod(workload)),
                ("containers", List(WorkloadContainer.Create(plan, environment))),
                ("volumes", WorkloadVolumes.Volumes(workload)))));
    }

    /// <summary>Labels of the object that runs the pods.</summary>
    internal static YamlMappingNode Labels(Workload workload) => Map(
        ("app", Text(workload.App)),
        ("app.kubernetes.io/name", Text(workload.App)),
        ("app.kubernetes.io/component", Text(workload.Component)));
}
