using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Platform;
using Tmcp.Publisher.Kubernetes.Platform.Logging;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.ArgoCd;

/// <summary>
/// Applications of Argo CD. Each is retried without end and with the newest commit, so that none has to be right at the first try. None
/// has the finalizer that deletes what it made: to remove an Application must not remove data.
/// </summary>
internal static class Applications
{
    internal const string Server = "https://kubernetes.default.svc";

    private const string Manifests = "manifests";

    /// <summary>The one that a person applies; it brings all others.</summary>
    internal static YamlNode Root(ClusterPlace cluster) => Create(
        "root", null, "default", ("source", Source(cluster, $"argocd/{cluster.Name}")), SharedNames.ArgoCdNamespace, "PruneLast=true");

    /// <summary>Operators with the kinds that everything else uses.</summary>
    internal static IReadOnlyList<YamlNode> Infrastructure(ClusterPlace cluster) => [FromChart(cluster, Charts.ExternalSecrets), FromChart(cluster, Charts.Vault)];

    /// <summary>What the environments share.</summary>
    internal static IReadOnlyList<YamlNode> Platform(RenderPlan plan, ClusterPlace cluster)
    {
        List<YamlNode> applications = [FromFolder(cluster, "platform-config", "platform/config", SharedNames.VaultNamespace)];
        if (VaultKeeper.IsWanted(plan, cluster))
            applications.Add(FromFolder(cluster, VaultKeeper.Name, VaultKeeper.Folder, SharedNames.VaultNamespace));
        if (LogShipper.IsWanted(plan, cluster))
            applications.Add(FromFolder(cluster, "platform-logging", LogShipper.Folder(cluster), SharedNames.LoggingNamespace));
        return applications;
    }

    internal static IReadOnlyList<YamlNode> Environments(RenderPlan plan, ClusterPlace cluster)
        => [.. cluster.Environments(plan).Select(environment => FromFolder(
            cluster, $"{SharedNames.System}-{environment.Name}", $"overlays/{environment.Name}", environment.Settings.Namespace, "PruneLast=true", "FailOnSharedResource=true"))];

    private static YamlMappingNode FromFolder(ClusterPlace cluster, string name, string folder, string destination, params string[] options)
        => Create(name, Waves.Everything, SharedNames.System, ("source", Source(cluster, folder)), destination, options);

    // The values lie in this tree, once; the chart comes from its project.
    private static YamlMappingNode FromChart(ClusterPlace cluster, Chart chart) => Create(
        chart.Name,
        Waves.Operators,
        SharedNames.System,
        ("sources", List(
            Map(
                ("repoURL", Text(chart.Repository)),
                ("chart", Text(chart.Name)),
                ("targetRevision", Text(chart.Version)),
                ("helm", Map(("valueFiles", Texts($"$values/{Manifests}/platform/values/{chart.Name}.yaml"))))),
            Map(
                ("repoURL", Text(cluster.Settings.GitUrl)),
                ("targetRevision", Text(cluster.Settings.GitRevision)),
                ("ref", Text("values"))))),
        chart.Namespace,
        "CreateNamespace=true");

    private static YamlMappingNode Source(ClusterPlace cluster, string folder) => Map(
        ("repoURL", Text(cluster.Settings.GitUrl)),
        ("targetRevision", Text(cluster.Settings.GitRevision)),
        ("path", Text($"{Manifests}/{folder}")));

    private static YamlMappingNode Create(
        string name, YamlMappingNode? wave, string project, (string Key, YamlNode? Value) source, string destination, params string[] options)
        => KubernetesObject.Create(
            "argoproj.io/v1alpha1",
            "Application",
            KubernetesObject.Metadata(name, annotations: wave, inNamespace: SharedNames.ArgoCdNamespace),
            ("spec", Map(
                ("project", Text(project)),
                source,
                ("destination", Map(("server", Text(Server)), ("namespace", Text(destination)))),
                ("syncPolicy", Map(
                    ("automated", Map(("prune", Flag(true)), ("selfHeal", Flag(true)))),
                    ("retry", Map(
                        ("limit", Number(-1)),
                        ("refresh", Flag(true)),
                        ("backoff", Map(("duration", Text("10s")), ("factor", Number(2)), ("maxDuration", Text("3m")))))),
                    ("syncOptions", Texts(["ServerSideApply=true", "SkipDryRunOnMissingResource=true", .. options])))))));
}
