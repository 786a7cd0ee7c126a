using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>An object that makes pods.</summary>
internal sealed class WorkloadView
{
    private WorkloadView(KubeObject item, JsonObject template)
    {
        Object = item;
        TemplatePath = string.Join('.', PodSpecs.TemplatePath(item.Kind)!);
        PodPath = SchemaPath(TemplatePath, "spec");
        Pod = template.Get("spec") as JsonObject ?? [];
        Labels = template.Get("metadata", "labels").TextMembers();
        Containers =
        [
            .. Views("initContainers", isInit: true),
            .. Views("containers", isInit: false),
        ];
    }

    internal KubeObject Object { get; }

    internal JsonObject Pod { get; }

    internal string PodPath { get; }

    internal string TemplatePath { get; }

    /// <summary>The labels of its pods.</summary>
    internal IReadOnlyDictionary<string, string> Labels { get; }

    internal IReadOnlyList<ContainerView> Containers { get; }

    internal IEnumerable<PortView> Ports => Containers.SelectMany(container => container.Ports);

    internal string? Namespace => Object.Namespace;

    /// <summary>Whether its pods are meant to run for good.</summary>
    internal bool IsService => Object.Kind is "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet";

    internal static WorkloadView? Create(KubeObject item) => PodSpecs.Template(item) is { } template ? new WorkloadView(item, template) : null;

    private IEnumerable<ContainerView> Views(string field, bool isInit) => Pod.Get(field).Items().OfType<JsonObject>()
        .Select((container, index) => new ContainerView(container, $"{PodPath}.{field}[{index}]", isInit));

    private static string SchemaPath(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
