using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Settings;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

public sealed class OverlayTests
{
    private static readonly string Digest = "sha256:" + new string('a', 64);

    [Fact]
    public void An_environment_runs_what_its_lock_says_and_else_the_version()
    {
        var prod = new Rendered(TmcpPlaces.Render(Today()), "overlays/prod");

        Assert.Equal($"lupca/tmcp-dashboard:0.0.22@sha256:{new string('2', 64)}", Image(prod, "StatefulSet", "pocketbase"));
        Assert.Equal("lupca/tmcp-m-bridge:0.1.0", Image(prod, "Deployment", "mcp-bridge"));
    }

    [Fact]
    public void An_image_of_others_is_replaced_by_a_lock_of_its_name()
    {
        var locks = new ImageLocks(new Dictionary<string, IReadOnlyDictionary<string, ImageLock>>
        {
            ["prod"] = new Dictionary<string, ImageLock> { ["docker.io/library/redis"] = new("8.2.1", Digest) },
        });

        Assert.Equal($"docker.io/library/redis:8.2.1@{Digest}", Image(new Rendered(TmcpPlaces.Render(Whole(), locks: locks), "overlays/prod"), "StatefulSet", "redis"));
        Assert.Equal("docker.io/library/redis:8.2", Image(new Rendered(TmcpPlaces.Render(Whole(), locks: locks), "overlays/staging"), "StatefulSet", "redis"));
    }

    [Fact]
    public void An_environment_that_requires_digests_names_every_image_without_one()
    {
        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(Today(), TmcpPlaces.With("prod", prod => prod with { RequireDigests = true, Components = ["backup"] })));

        Assert.Equal(2, error.Problems.Count);
        Assert.Contains("'lupca/tmcp-m-bridge:0.1.0' has none", error.Problems[0], StringComparison.Ordinal);
        Assert.Contains("'lupca/tmcp-tools:0.1.0' has none", error.Problems[1], StringComparison.Ordinal);
        Assert.Contains("deploy/images.prod.json", error.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_in_the_reference_itself_is_enough()
    {
        var graph = With("bridge", bridge => bridge with { Image = new ImageSource.External($"localhost:5000/x/y:1@{Digest}") });
        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph, TmcpPlaces.With("staging", staging => staging with { RequireDigests = true, Components = [] })));

        Assert.DoesNotContain(error.Problems, problem => problem.Contains("localhost", StringComparison.Ordinal));
    }

    [Fact]
    public void An_environment_closes_a_route_and_keeps_the_others()
    {
        var settings = TmcpPlaces.With("staging", staging => staging with { WithoutRoutes = ["/pb"] });
        var open = Routes(new Rendered(TmcpPlaces.Render(Whole()), "overlays/staging"));
        var routes = Routes(new Rendered(TmcpPlaces.Render(Whole(), settings), "overlays/staging"));

        Assert.Equal(open.Where(route => !route.Match.Contains("/pb", StringComparison.Ordinal)), routes);
        Assert.NotEqual(open.Count, routes.Count);
    }

    [Fact]
    public void A_route_to_close_that_nobody_has_is_refused_with_those_that_exist()
    {
        var settings = TmcpPlaces.With("prod", prod => prod with { WithoutRoutes = ["/kibanna"] });

        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(Whole(), settings));

        Assert.Contains("'/kibanna'", error.Problems[0], StringComparison.Ordinal);
        Assert.Contains("/pb", error.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_are_bound_to_the_host_and_rank_above_every_other_environment()
    {
        var routes = Routes(new Rendered(TmcpPlaces.Render(Whole()), "overlays/staging"));
        var prod = Routes(new Rendered(TmcpPlaces.Render(Whole()), "overlays/prod"));

        Assert.Contains(("Host(`staging.example.org`) && (Path(`/pb`) || PathPrefix(`/pb/`))", 1100), routes);
        Assert.Contains(("Host(`staging.example.org`) && PathPrefix(`/`)", 1001), routes);
        Assert.Contains(("Path(`/pb`) || PathPrefix(`/pb/`)", 100), prod);
        Assert.Equal(("PathPrefix(`/`)", 1), prod[^1]);
        Assert.True(routes.Min(route => route.Priority) > prod.Max(route => route.Priority));
    }

    [Fact]
    public void A_path_inside_another_ranks_above_it()
    {
        var graph = With("bridge", bridge => bridge with { Routes = [new Route("/pb/tools", true, "http")] });
        var routes = Routes(new Rendered(TmcpPlaces.Render(graph), "overlays/prod"));

        Assert.Contains(("Path(`/pb/tools`) || PathPrefix(`/pb/tools/`)", 110), routes);
        Assert.Contains(("Path(`/pb`) || PathPrefix(`/pb/`)", 100), routes);
    }

    [Fact]
    public void With_a_certificate_routes_answer_https_and_http_is_sent_there()
    {
        var rendered = new Rendered(TmcpPlaces.Render(Today(), TmcpPlaces.With("staging", staging => staging with { TlsSecret = "staging-tls" })), "overlays/staging");
        var route = rendered.Object("IngressRoute", "marketing-ingress")["spec"]!;
        var redirect = rendered.Object("IngressRoute", "marketing-ingress-redirect")["spec"]!;

        Assert.Equal("""["websecure"]""", route["entryPoints"]!.ToJsonString());
        Assert.Equal("staging-tls", route["tls"]!["secretName"]!.GetValue<string>());
        Assert.Equal("""["web"]""", redirect["entryPoints"]!.ToJsonString());
        Assert.Equal("Host(`staging.example.org`)", redirect["routes"]![0]!["match"]!.GetValue<string>());
    }

    [Fact]
    public void A_cluster_with_another_address_patches_service_and_policies()
    {
        var settings = TmcpPlaces.WithCluster("lab", TmcpPlaces.Settings.Clusters["home"] with { Environments = ["staging"], Outside = new Dictionary<string, string> { ["ollama"] = "10.0.0.7" } });
        settings = settings with { Clusters = new Dictionary<string, ClusterSettings>(settings.Clusters) { ["home"] = settings.Clusters["home"] with { Environments = ["prod"] } } };
        var tree = TmcpPlaces.Render(Today(), settings);

        Assert.Equal(("192.168.0.102", "192.168.0.102/32"), Ollama(new Rendered(tree, "overlays/prod")));
        Assert.Equal(("10.0.0.7", "10.0.0.7/32"), Ollama(new Rendered(tree, "overlays/staging")));
        Assert.Contains("argocd/bootstrap/lab/root.yaml", tree.Files.Keys);
    }

    [Fact]
    public void A_name_instead_of_an_address_makes_an_external_name()
    {
        var settings = TmcpPlaces.WithCluster("home", TmcpPlaces.Settings.Clusters["home"] with { Outside = new Dictionary<string, string> { ["ollama"] = "gpu.example.org" } });
        var rendered = new Rendered(TmcpPlaces.Render(Today(), settings), "overlays/prod");
        var policy = rendered.Object("NetworkPolicy", "agent").ToJsonString();

        Assert.Equal("gpu.example.org", rendered.Object("Service", "ollama-service")["spec"]!["externalName"]!.GetValue<string>());
        Assert.Empty(rendered.Kind("EndpointSlice"));
        Assert.Contains("""{"to":[{"ipBlock":{"cidr":"0.0.0.0/0"}}],"ports":[{"protocol":"TCP","port":11434}]}""", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "its address is not known in cluster 'lab'")]
    [InlineData("gpu.example.org", "has an IP address in one cluster and a name")]
    [InlineData("10.0.0.7", "clusters that give service 'ollama' different addresses")]
    public void Addresses_that_cannot_be_published_are_errors(string? address, string expected)
    {
        var outside = address is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["ollama"] = address };
        var settings = TmcpPlaces.WithCluster("lab", TmcpPlaces.Settings.Clusters["home"] with { Outside = outside });

        Assert.Contains(Assert.Throws<PublishException>(() => TmcpPlaces.Render(Today(), settings)).Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_storage_class_of_an_environment_is_that_of_every_claim()
    {
        var rendered = new Rendered(TmcpPlaces.Render(Whole(), TmcpPlaces.With("prod", prod => prod with { StorageClass = "fast" })), "overlays/prod");

        Assert.Equal(5, rendered.Kind("PersistentVolumeClaim").Count());
        Assert.All(rendered.Kind("PersistentVolumeClaim"), claim => Assert.Equal("fast", claim["spec"]!["storageClassName"]!.GetValue<string>()));
        Assert.All(new Rendered(TmcpPlaces.Render(Whole()), "overlays/prod").Kind("PersistentVolumeClaim"), claim => Assert.Null(claim["spec"]!["storageClassName"]));
    }

    [Fact]
    public void Backups_go_to_the_bucket_of_an_environment_that_has_one()
    {
        var tree = TmcpPlaces.Render(Whole(), TmcpPlaces.With("prod", prod => prod with { BackupBucket = new BackupBucket("backups", "prod/", "eu-1", new Uri("https://10.0.0.9:9000")) }));
        var prod = new Rendered(tree, "overlays/prod");
        var container = prod.Container("CronJob", "pb-backup");
        var evaluation = new PolicyEvaluation(prod.Kind("NetworkPolicy"), "tmcp-marketing");

        Assert.Equal("""["backup","--url","http://pb-service","--s3-bucket","backups","--s3-prefix","prod/","--keep","7"]""", container["args"]!.ToJsonString());
        Assert.Equal("backup-bucket-secrets-k8s", container["envFrom"]!.AsArray()[^1]!["secretRef"]!["name"]!.GetValue<string>());
        Assert.Equal("https://10.0.0.9:9000", prod.Variable("CronJob", "pb-backup", "S3_ENDPOINT"));
        Assert.Equal("eu-1", prod.Variable("CronJob", "redis-backup", "AWS_REGION"));
        Assert.Equal(["tmp"], prod.Pod("CronJob", "pb-backup")["volumes"]!.AsArray().Select(volume => volume!["name"]!.GetValue<string>()));
        Assert.DoesNotContain(prod.Kind("PersistentVolumeClaim"), claim => claim["metadata"]!["name"]!.GetValue<string>().Contains("backup", StringComparison.Ordinal));
        Assert.True(evaluation.Reaches(PodAt.App("pb-backup", "tmcp-marketing"), "10.0.0.9", 9000));
        Assert.False(evaluation.Reaches(PodAt.App("pb-backup", "tmcp-marketing"), "10.0.0.9", 443));
        Assert.Contains("| `tmcp/backup-bucket` | `AWS_ACCESS_KEY_ID` | `backup-bucket-keys` | backups of prod | a person |", tree.Files["SECRETS.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_hand_owned_folder_is_named_only_where_it_is()
    {
        var tree = TmcpPlaces.Render(Today(), extras: "prod");

        Assert.Contains("  - extra\n", tree.Files["overlays/prod/kustomization.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("extra\n", tree.Files["overlays/staging/kustomization.yaml"].Split('\n', 2)[1], StringComparison.Ordinal);
        Assert.DoesNotContain(tree.Files.Keys, path => path.Contains("/extra/", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_component_is_an_error_that_names_the_known_ones()
    {
        var error = Assert.Throws<PublishException>(() => TmcpPlaces.Render(Today(), TmcpPlaces.With("prod", prod => prod with { Components = ["backups"] })));

        Assert.Contains("'backups', which there is not. Write one of 'ha', 'backup', 'dashboard'", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_in_the_namespace_of_its_environment()
        => Assert.All(new[] { ("prod", "tmcp-marketing"), ("staging", "tmcp-staging") }, place
            => Assert.All(new Rendered(TmcpPlaces.Render(Whole()), $"overlays/{place.Item1}").All, item => Assert.Equal(place.Item2, item.Namespace)));

    private static string Image(Rendered rendered, string kind, string name) => rendered.Container(kind, name)["image"]!.GetValue<string>();

    private static IReadOnlyList<(string Match, long Priority)> Routes(Rendered rendered)
        => [.. rendered.Object("IngressRoute", "marketing-ingress")["spec"]!["routes"]!.AsArray().Select(route => (route!["match"]!.GetValue<string>(), route["priority"]!.GetValue<long>()))];

    private static (string Address, string Cidr) Ollama(Rendered rendered)
    {
        var egress = rendered.Object("NetworkPolicy", "agent")["spec"]!["egress"]!.AsArray();
        var block = egress.First(rule => rule!["ports"]![0]!["port"]!.GetValue<long>() == 11434)!["to"]![0]!["ipBlock"]!;
        return (rendered.Object("EndpointSlice", "ollama-service-1")["endpoints"]![0]!["addresses"]![0]!.GetValue<string>(), block["cidr"]!.GetValue<string>());
    }
}
