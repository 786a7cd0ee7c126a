using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Workloads;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Components;

/// <summary>A CronJob for each store that has a backup plan. It asks the store for a backup and never touches its files.</summary>
internal static class BackupComponent
{
    private const string Folder = "/backups";

    internal static Component Create(RenderPlan plan)
    {
        var stores = Stores(plan).Where(store => IsReachable(store, plan.Problems)).ToList();
        return new Component("backup")
        {
            Images = stores.Count > 0 ? [ToolImages.Source] : [],
            HasClaims = stores.Count > 0,
            Files = [.. stores.Select(store => ($"{Name(store)}.yaml", Objects(store)))],
        };
    }

    /// <summary>The workloads that have a backup plan.</summary>
    internal static IEnumerable<WorkloadPlan> Stores(RenderPlan plan) => plan.Workloads.Where(workload => workload.Workload.Backup is not null);

    private static bool IsReachable(WorkloadPlan store, Problems problems)
    {
        var known = store.Workload.Backup!.Kind is "pocketbase" or "redis";
        var reachable = store.Workload.Service is not null && store.Workload.Ports.Count > 0;
        if (!known || !reachable)
        {
            problems.Add($"Resource '{store.Workload.Resource}' has a backup of kind '{store.Workload.Backup.Kind}' "
                + (known ? "and no Service to ask for it. Give it a port and a Service." : "which there is not. Write 'pocketbase' or 'redis'."));
        }

        return known && reachable;
    }

    /// <summary>Name of the CronJob, and value of its label <c>app</c>.</summary>
    internal static string Name(WorkloadPlan store) => store.Workload.Stem + "-backup";

    /// <summary>Name of the claim that holds the backups.</summary>
    internal static string ClaimName(WorkloadPlan store) => Name(store) + "-pvc";

    /// <summary>Arguments of the tool.</summary>
    /// <param name="store">What is saved.</param>
    /// <param name="bucket">Null: into the claim.</param>
    internal static IReadOnlyList<string> Arguments(WorkloadPlan store, BackupBucket? bucket) =>
    [
        .. Command(store.Workload, store.Workload.Ports[0]),
        .. bucket is null ? ["--to", Folder] : new[] { "--s3-bucket", bucket.Name, "--s3-prefix", bucket.Prefix },
        "--keep",
        Decimal(store.Workload.Backup!.Keep),
    ];

    private static IReadOnlyList<YamlNode> Objects(WorkloadPlan store)
    {
        store.Plan.Names.Claim("CronJob", Name(store), store.Workload.Resource);
        store.Plan.Names.Claim("label app", Name(store), store.Workload.Resource);
        store.Plan.Names.Claim("NetworkPolicy", Name(store), store.Workload.Resource);
        store.Plan.Names.Claim("NetworkPolicy", Name(store) + "-source", store.Workload.Resource);
        store.Plan.Names.Claim("PersistentVolumeClaim", ClaimName(store), store.Workload.Resource);
        var port = store.Workload.Ports[0];
        return
        [
            Job(store),
            WorkloadVolumes.Claim(ClaimName(store), store.Workload.Backup!.Size),
            PolicyObjects.Create(
                Name(store),
                KubernetesObject.Selector(Name(store)),
                [],
                [Map(("to", List(Peers.Pods(store.Workload.App))), ("ports", List(Peers.Port(port.ContainerPort, port.Protocol))))]),

            // The other end of the edge. Policies add up, so the store's own stays as it is.
            PolicyObjects.Create(
                Name(store) + "-source",
                KubernetesObject.Selector(store.Workload.App),
                [Map(("from", List(Peers.Pods(Name(store)))), ("ports", List(Peers.Port(port.ContainerPort, port.Protocol))))],
                []),
        ];
    }

    private static YamlMappingNode Job(WorkloadPlan store) => KubernetesObject.Create(
        "batch/v1",
        "CronJob",
        KubernetesObject.Metadata(Name(store), Map(("app", Text(Name(store))), ("app.kubernetes.io/name", Text(Name(store))), ("app.kubernetes.io/component", Text("backup")))),
        ("spec", Map(
            ("schedule", Text(store.Workload.Backup!.Schedule)),
            ("timeZone", Text("Etc/UTC")),
            ("concurrencyPolicy", Text("Forbid")),
            ("startingDeadlineSeconds", Number(3600)),
            ("successfulJobsHistoryLimit", Number(1)),
            ("failedJobsHistoryLimit", Number(3)),
            ("jobTemplate", Map(("spec", Map(
                ("backoffLimit", Number(2)),
                ("activeDeadlineSeconds", Number(1800)),
                ("template", Map(
                    ("metadata", Map(("labels", Map(("app", Text(Name(store))), ("app.kubernetes.io/name", Text(Name(store))))))),
                    ("spec", Pod(store)))))))))));

    private static YamlMappingNode Pod(WorkloadPlan store) => Map(
        ("automountServiceAccountToken", Flag(false)),
        ("enableServiceLinks", Flag(false)),
        ("restartPolicy", Text("Never")),
        ("securityContext", SecurityContexts.ForPod(SecurityContexts.OwnUser, ownsVolumes: true)),
        ("containers", List(Map(
            ("name", Text("backup")),
            ("image", Text(store.Plan.Images.InBase(ToolImages.Source))),
            ("imagePullPolicy", Text("IfNotPresent")),
            ("args", Texts(Arguments(store, bucket: null))),
            ("envFrom", ListOrNull(WorkloadContainer.Sources(store))),
            ("resources", WorkloadContainer.Resources(new ComputeResources("50m", "64Mi", "256Mi"))),
            ("securityContext", SecurityContexts.ForContainer()),
            ("volumeMounts", List(WorkloadVolumes.Mount("backups", Folder, readOnly: false), WorkloadVolumes.Mount("tmp", "/tmp", readOnly: false)))))),
        ("volumes", List(
            Map(("name", Text("backups")), ("persistentVolumeClaim", Map(("claimName", Text(ClaimName(store)))))),
            WorkloadVolumes.Scratch("tmp", store.Workload.Backup!.Size))));

    private static string[] Command(Workload store, WorkloadPort port) => store.Backup!.Kind == "redis"
        ? ["backup-redis", "--address", $"{store.Service}:{Decimal(port.ServicePort)}"]
        : ["backup", "--url", port.ServicePort == 80 ? $"http://{store.Service}" : $"http://{store.Service}:{Decimal(port.ServicePort)}"];

    private static string Decimal(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
