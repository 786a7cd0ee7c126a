using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Platform;
using Tmcp.Publisher.Kubernetes.Platform.Logging;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.ArgoCd;

/// <summary>Namespaces of a cluster, and the project that its Applications belong to.</summary>
internal static class ClusterObjects
{
    internal static IReadOnlyList<YamlNode> Namespaces(RenderPlan plan, ClusterPlace cluster) =>
    [
        .. cluster.Environments(plan).Select(environment => Namespace(environment.Settings.Namespace, "baseline")),
        .. LogShipper.IsWanted(plan, cluster) ? [Namespace(SharedNames.LoggingNamespace, "privileged")] : Array.Empty<YamlNode>(),
    ];

    internal static YamlNode Project(RenderPlan plan, ClusterPlace cluster) => KubernetesObject.Create(
        "argoproj.io/v1alpha1",
        "AppProject",
        KubernetesObject.Metadata(SharedNames.System, annotations: Waves.Places, inNamespace: SharedNames.ArgoCdNamespace),
        ("spec", Map(
            ("sourceRepos", Texts(cluster.Settings.GitUrl, Charts.ExternalSecrets.Repository, Charts.Vault.Repository)),
            ("destinations", List(Destinations(plan, cluster).Select(name => Map(("server", Text(Applications.Server)), ("namespace", Text(name)))))),
            ("clusterResourceWhitelist", List(Map(("group", Text("*")), ("kind", Text("*"))))))));

    // The charts also write into kube-system: leader election and reviews of tokens.
    private static IEnumerable<string> Destinations(RenderPlan plan, ClusterPlace cluster) => cluster.Environments(plan)
        .Select(environment => environment.Settings.Namespace)
        .Concat([SharedNames.ExternalSecretsNamespace, SharedNames.VaultNamespace, "kube-system"])
        .Concat(LogShipper.IsWanted(plan, cluster) ? [SharedNames.LoggingNamespace] : [])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static YamlMappingNode Namespace(string name, string enforced) => KubernetesObject.Create(
        "v1",
        "Namespace",
        KubernetesObject.Metadata(
            name,
            Map(
                ("pod-security.kubernetes.io/enforce", Text(enforced)),
                ("pod-security.kubernetes.io/warn", Text(enforced == "privileged" ? enforced : "restricted")),
                ("pod-security.kubernetes.io/audit", Text(enforced == "privileged" ? enforced : "restricted"))),
            Waves.KeptPlaces));
}
