using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Workloads;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Platform;

/// <summary>The job that initialises, unseals and seeds the store of clusters whose environments let it.</summary>
internal static class VaultKeeper
{
    internal const string Name = "vault-keeper";

    /// <summary>Folder of the tree.</summary>
    internal const string Folder = "platform/" + Name;

    private const string ConfigMap = Name + "-config";
    private const string ConfigFolder = "/etc/tmcp";

    /// <summary>Whether any environment wants it.</summary>
    internal static bool IsWanted(RenderPlan plan) => Environments(plan).Any();

    /// <summary>Whether an environment of the cluster wants it.</summary>
    internal static bool IsWanted(RenderPlan plan, ClusterPlace cluster) => cluster.Environments(plan).Any(environment => environment.Settings.VaultKeeper);

    internal static void Add(KustomizeTree files, RenderPlan plan) => files.AddFolder(
        Folder,
        [("workload.yaml", [Job(plan)]), ("rbac.yaml", Rights())],
        new Kustomization
        {
            Namespace = SharedNames.VaultNamespace,
            Images = [plan.Images.In(Environments(plan).First().Name, SharedNames.ToolsImage)],
            ConfigMaps = [new GeneratedConfig(ConfigMap, false, [KeyValuePair.Create(VaultKeeperConfig.File, VaultKeeperConfig.Create(plan, Environments(plan)))])],
        });

    private static IEnumerable<EnvironmentPlace> Environments(RenderPlan plan) => plan.Environments.Where(environment => environment.Settings.VaultKeeper);

    private static YamlMappingNode Job(RenderPlan plan) => KubernetesObject.Create(
        "batch/v1",
        "CronJob",
        KubernetesObject.Metadata(Name, Labels(), inNamespace: SharedNames.VaultNamespace),
        ("spec", Map(
            ("schedule", Text("* * * * *")),
            ("concurrencyPolicy", Text("Forbid")),
            ("startingDeadlineSeconds", Number(60)),
            ("successfulJobsHistoryLimit", Number(1)),
            ("failedJobsHistoryLimit", Number(1)),
            ("jobTemplate", Map(("spec", Map(
                ("backoffLimit", Number(0)),
                ("activeDeadlineSeconds", Number(55)),
                ("template", Map(("metadata", Map(("labels", Labels()))), ("spec", Pod(plan)))))))))));

    private static YamlMappingNode Labels() => Map(("app", Text(Name)), ("app.kubernetes.io/name", Text(Name)));

    private static YamlMappingNode Pod(RenderPlan plan) => Map(
        ("serviceAccountName", Text(Name)),
        ("enableServiceLinks", Flag(false)),
        ("restartPolicy", Text("Never")),
        ("securityContext", SecurityContexts.ForPod(SecurityContexts.OwnUser)),
        ("containers", List(Map(
            ("name", Text("keeper")),
            ("image", Text(plan.Images.InBase(SharedNames.ToolsImage))),
            ("imagePullPolicy", Text("IfNotPresent")),
            ("args", Texts(Name, "--config", $"{ConfigFolder}/{VaultKeeperConfig.File}")),
            ("resources", WorkloadContainer.Resources(new ComputeResources("20m", "64Mi", "128Mi"))),
            ("securityContext", SecurityContexts.ForContainer()),
            ("volumeMounts", List(WorkloadVolumes.Mount("config", ConfigFolder, readOnly: true), WorkloadVolumes.Mount("tmp", "/tmp", readOnly: false)))))),
        ("volumes", List(
            Map(("name", Text("config")), ("configMap", Map(("name", Text(ConfigMap))))),
            WorkloadVolumes.Scratch("tmp", "16Mi"))));

    // The right to create cannot be limited by name; everything else is about the one Secret.
    private static IReadOnlyList<YamlNode> Rights() =>
    [
        KubernetesObject.Create("v1", "ServiceAccount", Metadata()),
        KubernetesObject.Create("rbac.authorization.k8s.io/v1", "Role", Metadata(), ("rules", List(
            Map(("apiGroups", Texts("")), ("resources", Texts("secrets")), ("verbs", Texts("create"))),
            Map(("apiGroups", Texts("")), ("resources", Texts("secrets")), ("resourceNames", Texts(VaultKeeperConfig.UnsealSecret)), ("verbs", Texts("get", "patch")))))),
        KubernetesObject.Create(
            "rbac.authorization.k8s.io/v1",
            "RoleBinding",
            Metadata(),
            ("roleRef", Map(("apiGroup", Text("rbac.authorization.k8s.io")), ("kind", Text("Role")), ("name", Text(Name)))),
            ("subjects", List(Map(("kind", Text("ServiceAccount")), ("name", Text(Name)), ("namespace", Text(SharedNames.VaultNamespace)))))),
    ];

    private static YamlMappingNode Metadata() => KubernetesObject.Metadata(Name, inNamespace: SharedNames.VaultNamespace);
}
