using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Workloads;

/// <summary>The one container of a workload.</summary>
internal static class WorkloadContainer
{
    internal static YamlMappingNode Create(WorkloadPlan plan, string? environment)
    {
        var workload = plan.Workload;
        return Map(
            ("name", Text(workload.Stem)),
            ("image", Text(plan.Plan.Images.InBase(workload.Image))),
            ("imagePullPolicy", Text("IfNotPresent")),
            ("command", Expanded(plan, workload.Command, environment)),
            ("args", Expanded(plan, workload.Arguments, environment)),
            ("ports", ListOrNull(workload.Ports.Select(Port))),
            ("envFrom", ListOrNull(Sources(plan))),
            ("env", ListOrNull(plan.PodVariables.Select(variable
                => Map(("name", Text(variable.Name)), ("value", Text(plan.ExpandedText(variable.Value, environment))))))),
            ("startupProbe", Probes.Startup(workload.Probes.Startup)),
            ("readinessProbe", Probes.Readiness(workload.Probes.Ready)),
            ("livenessProbe", Probes.Liveness(workload.Probes.Live)),
            ("resources", Resources(workload.Resources)),
            ("securityContext", SecurityContexts.ForContainer(workload.HasReadOnlyRoot)),
            ("volumeMounts", WorkloadVolumes.Mounts(workload)));
    }

    /// <summary>Requests, and a limit of the memory.</summary>
    internal static YamlMappingNode Resources(ComputeResources resources) => Map(
        ("requests", Map(("cpu", Text(resources.Cpu)), ("memory", Text(resources.Memory)))),
        ("limits", Map(("memory", Text(resources.MemoryLimit)))));

    private static YamlSequenceNode? Expanded(WorkloadPlan plan, IReadOnlyList<TextTemplate> texts, string? environment)
        => ListOrNull(texts.Select(text => Text(plan.ExpandedText(text, environment))));

    private static YamlMappingNode Port(WorkloadPort port) => Map(
        ("name", Text(port.Name)),
        ("containerPort", Number(port.ContainerPort)),
        ("protocol", port.Protocol == "TCP" ? null : Text(port.Protocol)));

    /// <summary>Where its variables come from.</summary>
    internal static IEnumerable<YamlNode> Sources(WorkloadPlan plan)
    {
        if (plan.ConfigVariables.Count > 0)
            yield return Map(("configMapRef", Map(("name", Text(plan.ConfigName)))));
        foreach (var set in plan.Secrets.Sets)
            yield return Map(("secretRef", Map(("name", Text(set.SecretName)), ("optional", set.IsOptional ? Flag(true) : null))));
    }
}
