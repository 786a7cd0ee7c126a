using System.Text.Json.Nodes;
using Tmcp.Publisher.Graph;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

public sealed class WorkloadTests
{
    [Fact]
    public void A_single_writer_is_a_set_of_one_on_a_claim_that_outlives_it()
    {
        var rendered = new Rendered(TmcpPlaces.Render(Today()), "overlays/prod");
        var set = rendered.Object("StatefulSet", "pocketbase")["spec"]!;

        Assert.Equal(1, set["replicas"]!.GetValue<long>());
        Assert.Null(set["volumeClaimTemplates"]);
        Assert.Equal("pb-data-pvc", rendered.Pod("StatefulSet", "pocketbase")["volumes"]![0]!["persistentVolumeClaim"]!["claimName"]!.GetValue<string>());
        Assert.Equal(
            "Prune=false,Delete=false",
            rendered.Object("PersistentVolumeClaim", "pb-data-pvc")["metadata"]!["annotations"]!["argocd.argoproj.io/sync-options"]!.GetValue<string>());
    }

    [Fact]
    public void A_single_writer_that_nobody_calls_has_the_service_that_its_kind_demands()
    {
        var graph = With("pocketbase", pocketbase => pocketbase with { Service = null, Ports = [], Routes = [], Probes = new ProbeSet(null, null, null), Backup = null });
        graph = graph with { Edges = [.. graph.Edges.Where(edge => edge.To != "pocketbase")] };
        var rendered = new Rendered(TmcpPlaces.Render(graph), "base");
        var name = rendered.Object("StatefulSet", "pocketbase")["spec"]!["serviceName"]!.GetValue<string>();

        Assert.Equal("None", rendered.Object("Service", name)["spec"]!["clusterIP"]!.GetValue<string>());
    }

    [Fact]
    public void A_deployment_with_a_claim_ends_the_old_pod_first()
    {
        var everything = new Rendered(GraphVariants.Everything(), "base");

        Assert.Equal("Recreate", everything.Object("Deployment", "queue")["spec"]!["strategy"]!["type"]!.GetValue<string>());
        Assert.Equal(0, everything.Object("Deployment", "astro-blog")["spec"]!["strategy"]!["rollingUpdate"]!["maxUnavailable"]!.GetValue<long>());
        Assert.DoesNotContain(everything.Kind("Service"), service => service["metadata"]!["name"]!.GetValue<string>().StartsWith("queue", StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_of_another_description_is_another_job()
    {
        var first = JobName(GraphVariants.Migration(), "base");

        Assert.Equal(first, JobName(GraphVariants.Migration(), "base"));
        Assert.NotEqual(first, JobName(GraphVariants.Migration() with { Arguments = [Literal("x")] }, "base"));
        Assert.NotEqual(first, JobName(GraphVariants.Migration() with { Environment = [Variable("TARGET", Literal("other"))] }, "base"));
        Assert.NotEqual(first, JobName(GraphVariants.Migration(), "overlays/staging"));
        Assert.StartsWith("migration-", first, StringComparison.Ordinal);
        Assert.Equal("migration-".Length + 8, first.Length);
    }

    [Fact]
    public void A_cron_job_runs_by_its_schedule_and_reads_the_environments_values()
    {
        var rendered = new Rendered(GraphVariants.Everything(), "overlays/staging");
        var job = rendered.Object("CronJob", "nightly")["spec"]!;

        Assert.Equal("5 3 * * *", job["schedule"]!.GetValue<string>());
        Assert.Equal("Etc/UTC", job["timeZone"]!.GetValue<string>());
        Assert.Equal(["--project", "tmcp-staging"], rendered.Container("CronJob", "nightly")["args"]!.AsArray().Select(item => item!.GetValue<string>()));
    }

    [Fact]
    public void Every_pod_of_an_environment_meets_the_restricted_profile()
    {
        var rendered = new Rendered(GraphVariants.Everything(), "overlays/staging");
        var pods = rendered.All.Select(item => item.Root["spec"]?["jobTemplate"]?["spec"] ?? item.Root["spec"]).Select(spec => spec?["template"]?["spec"]).OfType<JsonNode>().ToList();

        Assert.True(pods.Count >= 12, $"only {pods.Count} pods");
        Assert.All(pods, pod =>
        {
            Assert.True(pod["securityContext"]!["runAsNonRoot"]!.GetValue<bool>());
            Assert.Equal("RuntimeDefault", pod["securityContext"]!["seccompProfile"]!["type"]!.GetValue<string>());
            Assert.False(pod["automountServiceAccountToken"]!.GetValue<bool>());
            Assert.All(pod["containers"]!.AsArray(), container =>
            {
                var context = container!["securityContext"]!;
                Assert.False(context["allowPrivilegeEscalation"]!.GetValue<bool>());
                Assert.True(context["readOnlyRootFilesystem"]!.GetValue<bool>());
                Assert.Equal("""["ALL"]""", context["capabilities"]!["drop"]!.ToJsonString());
            });
        });
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(1023, true)]
    [InlineData(1024, false)]
    public void A_low_port_without_root_needs_the_safe_sysctl(int port, bool expected)
    {
        var pod = new Rendered(TmcpPlaces.Render(With("bridge", bridge => bridge with { Ports = [new WorkloadPort("http", port, 80)] })), "base").Pod("Deployment", "mcp-bridge");

        Assert.Equal(expected, pod["securityContext"]!["sysctls"] is not null);
    }

    [Fact]
    public void A_probe_names_its_port_and_a_start_has_the_time_that_it_is_given()
    {
        var container = new Rendered(TmcpPlaces.Render(Today()), "base").Container("StatefulSet", "pocketbase");
        var startup = container["startupProbe"]!;

        Assert.Equal("http", startup["httpGet"]!["port"]!.GetValue<string>());
        Assert.Equal(120, startup["periodSeconds"]!.GetValue<long>() * startup["failureThreshold"]!.GetValue<long>());
        Assert.Null(startup["httpGet"]!["scheme"]);
    }

    [Fact]
    public void Files_are_mounted_from_a_config_map_that_has_their_text()
    {
        var rendered = new Rendered(TmcpPlaces.Render(Whole()), "overlays/prod");

        Assert.Equal("server {\n  listen 80;\n  location / { try_files $uri /index.html; }\n}\n", rendered.Config("hub-site")["default.conf"]);
        Assert.Contains("""{"name":"site","mountPath":"/etc/nginx/conf.d","readOnly":true}""", rendered.Container("Deployment", "marketing-hub").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_file_is_mounted_in_its_place()
    {
        var graph = With("bridge", bridge => bridge with { ConfigFiles = [new ConfigFiles("conf", "/etc/app.json", IsFile: true, new Dictionary<string, string> { ["app.json"] = "{}" })] });

        Assert.Contains(
            """{"name":"conf","mountPath":"/etc/app.json","subPath":"app.json","readOnly":true}""",
            new Rendered(TmcpPlaces.Render(graph), "base").Container("Deployment", "mcp-bridge").ToJsonString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_autoscaler_owns_the_number_of_pods()
    {
        var prod = new Rendered(TmcpPlaces.Render(Whole()), "overlays/prod");

        Assert.Null(prod.Object("Deployment", "marketing-hub")["spec"]!["replicas"]);
        Assert.Equal(2, prod.Object("HorizontalPodAutoscaler", "marketing-hub")["spec"]!["minReplicas"]!.GetValue<long>());
        Assert.Equal(2, prod.Object("Deployment", "marketing-agent")["spec"]!["replicas"]!.GetValue<long>());
        Assert.DoesNotContain(prod.Kind("HorizontalPodAutoscaler"), item => item["metadata"]!["name"]!.GetValue<string>() == "marketing-agent");
    }

    [Fact]
    public void A_single_pod_has_no_disruption_budget()
    {
        var budgets = new Rendered(TmcpPlaces.Render(Whole()), "overlays/prod").Kind("PodDisruptionBudget").Select(item => item["metadata"]!["name"]!.GetValue<string>());

        Assert.Equal(["mcp-bridge", "marketing-agent", "marketing-hub"], budgets);
    }

    [Fact]
    public void What_holds_a_volume_cannot_be_scaled()
    {
        var graph = With("pocketbase", pocketbase => pocketbase with { Autoscale = new Autoscale(2, 3) });

        Assert.Contains("Resource 'pocketbase' is to be scaled, but its mode is SingleWriter", Assert.Single(Assert.Throws<PublishException>(() => TmcpPlaces.Render(graph)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_runs_the_command_of_its_store()
    {
        var prod = new Rendered(TmcpPlaces.Render(Whole()), "overlays/prod");

        Assert.Equal(["backup", "--url", "http://pb-service", "--to", "/backups", "--keep", "7"], Arguments(prod, "pb-backup"));
        Assert.Equal(["backup-redis", "--address", "redis-service:6379", "--to", "/backups", "--keep", "3"], Arguments(prod, "redis-backup"));
        Assert.Equal("2Gi", prod.Object("PersistentVolumeClaim", "pb-backup-pvc")["spec"]!["resources"]!["requests"]!["storage"]!.GetValue<string>());
        Assert.Equal("47 2 * * *", prod.Object("CronJob", "redis-backup")["spec"]!["schedule"]!.GetValue<string>());
    }

    [Fact]
    public void A_backup_of_an_unknown_kind_is_an_error()
        => Assert.Contains(
            "backup of kind 'mongo' which there is not",
            Assert.Single(Assert.Throws<PublishException>(() => TmcpPlaces.Render(With("pocketbase", pocketbase => pocketbase with { Backup = new BackupPlan("mongo") }))).Problems),
            StringComparison.Ordinal);

    private static IEnumerable<string> Arguments(Rendered rendered, string job) => rendered.Container("CronJob", job)["args"]!.AsArray().Select(item => item!.GetValue<string>());

    private static string JobName(Workload job, string folder)
    {
        var today = Today();
        return new Rendered(TmcpPlaces.Render(today with { Workloads = [.. today.Workloads, job] }), folder).Kind("Job").Single()["metadata"]!["name"]!.GetValue<string>();
    }
}
