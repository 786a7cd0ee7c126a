using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Tests.Kustomize;
using Tmcp.Publisher.Tests.Schemas;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The tree that is committed: each workload of the AppHost's graph has all that a workload gets.</summary>
public sealed class PublishedTreeTests
{
    private readonly SystemGraph _graph = PublishedTree.Graph;
    private readonly Rendered _prod = new(PublishedTree.Files, "overlays/prod");

    [StrictSchemasFact]
    public void Every_document_and_every_rendered_object_passes_the_strict_schemas()
    {
        Assert.Empty(TreeObjects.Check(TreeObjects.Documents(PublishedTree.Files)));
        Assert.Empty(TreeObjects.Check(TreeObjects.Renderings(PublishedTree.Files)));
    }

    [KubectlFact]
    public void Kubectl_renders_every_folder_as_this_process_does()
        => Assert.All(TreeObjects.Folders(PublishedTree.Files), folder => RenderComparison.AssertSame(PublishedTree.Files, folder));

    [Fact]
    public void Every_workload_has_probes_bounds_and_a_policy() => Assert.All(_graph.Workloads, workload =>
    {
        var container = _prod.Container(Kind(workload), workload.Name);

        Assert.All((string[])["startupProbe", "readinessProbe", "livenessProbe"], probe => Assert.NotNull(container[probe]));
        Assert.NotNull(container["resources"]!["requests"]!["cpu"]);
        Assert.NotNull(container["resources"]!["requests"]!["memory"]);
        Assert.NotNull(container["resources"]!["limits"]!["memory"]);
        Assert.Contains(_prod.Kind("NetworkPolicy"), policy => policy["spec"]!["podSelector"]!["matchLabels"]?["app"]?.GetValue<string>() == workload.App);
    });

    [Fact]
    public void No_pod_is_more_than_the_restricted_profile_allows() => Assert.All(_graph.Workloads, workload =>
    {
        var pod = _prod.Pod(Kind(workload), workload.Name);
        var own = pod["containers"]![0]!["securityContext"]!;

        Assert.True(pod["securityContext"]!["runAsNonRoot"]!.GetValue<bool>());
        Assert.Equal("RuntimeDefault", pod["securityContext"]!["seccompProfile"]!["type"]!.GetValue<string>());
        Assert.False(own["allowPrivilegeEscalation"]!.GetValue<bool>());
        Assert.Equal("ALL", own["capabilities"]!["drop"]![0]!.GetValue<string>());
        // Elastic's two images write beside their volumes; no other may.
        Assert.Equal(workload.Resource is not ("elasticsearch" or "kibana"), own["readOnlyRootFilesystem"]!.GetValue<bool>());
    });

    [Fact]
    public void What_keeps_data_is_a_set_of_one_on_a_claim_that_outlives_it()
    {
        var writers = _graph.Workloads.Where(workload => workload.Mode == WorkloadMode.SingleWriter).ToList();

        Assert.Equal(["elasticsearch", "pocketbase", "redis"], writers.Select(workload => workload.Resource).Order(StringComparer.Ordinal));
        Assert.All(writers.SelectMany(workload => workload.Volumes), volume => Assert.Equal(
            "Prune=false,Delete=false",
            _prod.Object("PersistentVolumeClaim", volume.Claim!)["metadata"]!["annotations"]!["argocd.argoproj.io/sync-options"]!.GetValue<string>()));
        Assert.All(writers, workload => Assert.Equal(1, _prod.Object("StatefulSet", workload.Name)["spec"]!["replicas"]!.GetValue<long>()));
    }

    [Fact]
    public void Databases_are_saved_every_night_in_production() => Assert.Equal(
        ["pb-backup", "redis-backup"], _prod.Kind("CronJob").Select(job => job["metadata"]!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));

    [Fact]
    public void Images_of_others_are_named_in_full_with_a_version() => Assert.All(
        _graph.Workloads.Select(workload => _prod.Container(Kind(workload), workload.Name)["image"]!.GetValue<string>()).Where(image => !image.StartsWith("lupca/", StringComparison.Ordinal)),
        image => Assert.Matches(@"^docker\.io/library/[a-z]+:[0-9]+(\.[0-9]+)+$", image));

    [Fact]
    public void Kibana_is_public_where_the_settings_leave_its_route()
    {
        Assert.Contains(Routes("overlays/staging"), match => match.Contains("/kibana", StringComparison.Ordinal));
        Assert.DoesNotContain(Routes("overlays/prod"), match => match.Contains("/kibana", StringComparison.Ordinal));
        Assert.Equal("/kibana", _prod.Config("kibana-config")["SERVER_BASEPATH"]);
    }

    private static IEnumerable<string> Routes(string overlay) => new Rendered(PublishedTree.Files, overlay).Kind("IngressRoute")
        .SelectMany(route => route["spec"]!["routes"]!.AsArray()).Select(route => route!["match"]!.GetValue<string>());

    private static string Kind(Workload workload) => workload.Mode == WorkloadMode.SingleWriter ? "StatefulSet" : "Deployment";
}
