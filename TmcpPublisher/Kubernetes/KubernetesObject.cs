using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>The outer form of every object.</summary>
internal static class KubernetesObject
{
    /// <summary>Keeps Argo CD from deleting what holds data.</summary>
    internal static readonly YamlMappingNode NeverPruned = Map(("argocd.argoproj.io/sync-options", Text("Prune=false,Delete=false")));

    internal static YamlMappingNode Create(string apiVersion, string kind, YamlMappingNode metadata, params IEnumerable<(string Key, YamlNode? Value)> rest)
        => Map([("apiVersion", Text(apiVersion)), ("kind", Text(kind)), ("metadata", metadata), .. rest]);

    internal static YamlMappingNode Metadata(string name, YamlNode? labels = null, YamlNode? annotations = null, string? inNamespace = null)
        => Map(("name", Text(name)), ("namespace", TextOrNull(inNamespace)), ("labels", labels), ("annotations", annotations));

    /// <summary>Selects the pods of a workload.</summary>
    internal static YamlMappingNode Selector(string app) => Map(("matchLabels", Map(("app", Text(app)))));
}
