using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Workloads;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Platform.Logging;

/// <summary>
/// Fluentd on every node, in a namespace of its own because it mounts the host's logs. It is there when the graph has a store for its
/// documents, and talks to the log reader when the graph has one.
/// </summary>
internal static class LogShipper
{
    private const string Name = "fluentd";
    private const string ConfigMap = Name + "-config";
    private const string Image = "fluent/fluentd-kubernetes-daemonset:v1.16.6-debian-elasticsearch8-1.0";
    private const string Search = "elasticsearch";
    private const string LogReader = "aiops-agent";

    /// <summary>Folder of a cluster in the tree.</summary>
    internal static string Folder(ClusterPlace cluster) => $"platform/logging/{cluster.Name}";

    /// <summary>Whether there is anything to ship to.</summary>
    internal static bool IsWanted(RenderPlan plan, ClusterPlace cluster) => Find(plan, Search) is not null && cluster.Environments(plan).Any();

    internal static void Add(KustomizeTree files, RenderPlan plan, ClusterPlace cluster)
    {
        if (!IsWanted(plan, cluster))
            return;

        var config = FluentdConfig.Create([.. cluster.Environments(plan)], Find(plan, Search)!, Find(plan, LogReader));
        files.AddFolder(
            Folder(cluster),
            [("workload.yaml", [DaemonSet()]), ("rbac.yaml", Rights()), ("networkpolicy.yaml", [LogShipperPolicy.Create(Name, plan, cluster, [Find(plan, Search), Find(plan, LogReader)])])],
            new Kustomization
            {
                Namespace = SharedNames.LoggingNamespace,
                ConfigMaps = [new GeneratedConfig(ConfigMap, false, [KeyValuePair.Create(FluentdConfig.File, config)])],
            });
    }

    private static WorkloadPlan? Find(RenderPlan plan, string resource)
        => plan.FindWorkload(resource) is { Workload: { Service: not null, Ports.Count: > 0 } } found ? found : null;

    private static YamlMappingNode DaemonSet() => KubernetesObject.Create(
        "apps/v1",
        "DaemonSet",
        KubernetesObject.Metadata(Name, Labels(), inNamespace: SharedNames.LoggingNamespace),
        ("spec", Map(
            ("revisionHistoryLimit", Number(3)),
            ("selector", KubernetesObject.Selector(Name)),
            ("template", Map(("metadata", Map(("labels", Labels()))), ("spec", Pod()))))));

    private static YamlMappingNode Labels() => Map(("app", Text(Name)), ("app.kubernetes.io/name", Text(Name)));

    private static YamlMappingNode Pod() => Map(
        ("serviceAccountName", Text(Name)),
        ("enableServiceLinks", Flag(false)),
        ("terminationGracePeriodSeconds", Number(30)),
        ("securityContext", Map(("seccompProfile", Map(("type", Text("RuntimeDefault")))))),
        ("tolerations", List(Map(("key", Text("node-role.kubernetes.io/control-plane")), ("operator", Text("Exists")), ("effect", Text("NoSchedule"))))),
        ("containers", List(Container())),
        ("volumes", List(
            Map(("name", Text("config")), ("configMap", Map(("name", Text(ConfigMap))))),
            Map(("name", Text("logs")), ("hostPath", Map(("path", Text("/var/log"))))),
            Map(("name", Text("positions")), ("hostPath", Map(("path", Text("/var/lib/tmcp-fluentd")), ("type", Text("DirectoryOrCreate"))))),
            WorkloadVolumes.Scratch("tmp", "64Mi"))));

    // Root, because only root reads the logs of other containers; everything else that root may do is taken away.
    private static YamlMappingNode Container() => Map(
        ("name", Text(Name)),
        ("image", Text(Image)),
        ("imagePullPolicy", Text("IfNotPresent")),
        ("ports", List(Map(("name", Text("monitor")), ("containerPort", Number(FluentdConfig.MonitorPort))))),
        ("env", List(
            Map(("name", Text("FLUENTD_CONF")), ("value", Text(FluentdConfig.File))),
            Map(("name", Text("K8S_NODE_NAME")), ("valueFrom", Map(("fieldRef", Map(("fieldPath", Text("spec.nodeName"))))))))),
        ("startupProbe", Probes.Startup(Monitor(60))),
        ("readinessProbe", Probes.Readiness(Monitor(null))),
        ("livenessProbe", Probes.Liveness(Monitor(null))),
        ("resources", WorkloadContainer.Resources(new ComputeResources("50m", "200Mi", "400Mi"))),
        ("securityContext", Map(
            ("runAsUser", Number(0)),
            ("allowPrivilegeEscalation", Flag(false)),
            ("readOnlyRootFilesystem", Flag(true)),
            ("capabilities", Map(("drop", Texts("ALL")), ("add", Texts("DAC_READ_SEARCH")))))),
        ("volumeMounts", List(
            WorkloadVolumes.Mount("config", "/fluentd/etc", readOnly: true),
            WorkloadVolumes.Mount("logs", "/var/log", readOnly: true),
            WorkloadVolumes.Mount("positions", "/var/lib/fluentd", readOnly: false),
            WorkloadVolumes.Mount("tmp", "/tmp", readOnly: false))));

    private static Probe Monitor(int? seconds) => new("/api/plugins.json", "monitor", seconds);

    private static IReadOnlyList<YamlNode> Rights() =>
    [
        KubernetesObject.Create("v1", "ServiceAccount", KubernetesObject.Metadata(Name, inNamespace: SharedNames.LoggingNamespace)),
        KubernetesObject.Create("rbac.authorization.k8s.io/v1", "ClusterRole", KubernetesObject.Metadata(Name), ("rules", List(
            Map(("apiGroups", Texts("")), ("resources", Texts("pods", "namespaces")), ("verbs", Texts("get", "list", "watch")))))),
        KubernetesObject.Create(
            "rbac.authorization.k8s.io/v1",
            "ClusterRoleBinding",
            KubernetesObject.Metadata(Name),
            ("roleRef", Map(("apiGroup", Text("rbac.authorization.k8s.io")), ("kind", Text("ClusterRole")), ("name", Text(Name)))),
            ("subjects", List(Map(("kind", Text("ServiceAccount")), ("name", Text(Name)), ("namespace", Text(SharedNames.LoggingNamespace)))))),
    ];
}
