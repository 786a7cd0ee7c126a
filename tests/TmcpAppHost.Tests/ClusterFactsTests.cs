using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost.Kubernetes;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests;

/// <summary>What <c>InCluster</c> writes beside a resource; <c>docs/publishing.md</c> names the members.</summary>
public sealed class ClusterFactsTests
{
    // A publish run takes milliseconds; one that hangs must not hold the suite.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public Task A_resource_without_special_facts_gets_its_ports_only() => AssertFactsAsync(
        builder => builder.AddContainer("web", "nginx", "1.27").WithHttpEndpoint(port: 5173, targetPort: 8080).InCluster(),
        """{"type":"tmcp.kubernetes.v0","for":"web","service":{"ports":{"http":{"port":80,"targetPort":8080}}}}""");

    [Fact]
    public Task Every_fact_has_its_member() => AssertFactsAsync(
        builder =>
        {
            var peer = builder.AddContainer("peer", "nginx", "1.27");
            builder.AddContainer("web", "nginx", "1.27")
                .WithHttpEndpoint(targetPort: 8080)
                .WithEndpoint(name: "events", targetPort: 9300)
                .InCluster(k => k.Named("marketing-web", "site", "front").Image("tmcp-web").User(10001).Replicas(2).Autoscale(2, 4)
                    .Port("http", service: 8081, container: 8082)
                    .Probes(ready: "/ready", live: "/live", startSeconds: 30)
                    .Needs(cpu: "10m", memory: "32Mi", memoryLimit: "64Mi")
                    .Claim("data", claim: "data-pvc", size: "1Gi")
                    .Secret("KEY", "tmcp/web").Secret("TOKEN", "tmcp/other", "WEB_TOKEN", optional: true)
                    .AllowFrom("fluentd", "tmcp-logging").AllowFrom("worker")
                    .ReachesInternet().Calls(peer).Writes("/tmp").Writes("/var/cache")
                    .Backup("redis", "5 3 * * *", keep: 3, size: "1Gi"))
                .WithRoute("/", stripPrefix: false);
        },
        """
        {"type":"tmcp.kubernetes.v0","for":"web",
         "workload":{"name":"marketing-web","short":"site","app":"front","image":"tmcp-web","user":10001,"replicas":2,"autoscale":{"min":2,"max":4,"cpuPercent":70}},
         "service":{"ports":{"http":{"port":8081,"targetPort":8082},"events":{"port":9300,"targetPort":9300}}},
         "expose":[{"path":"/","strip":false}],
         "probes":{"startup":{"http":"/live","seconds":30},"ready":{"http":"/ready"},"live":{"http":"/live"}},
         "resources":{"cpu":"10m","memory":"32Mi","memoryLimit":"64Mi"},
         "volumes":{"data":{"claim":"data-pvc","size":"1Gi"}},
         "secrets":{"KEY":{"key":"tmcp/web","property":"KEY"},"TOKEN":{"key":"tmcp/other","property":"WEB_TOKEN","optional":true}},
         "allowFrom":[{"app":"fluentd","namespace":"tmcp-logging"},{"app":"worker"}],
         "egress":["internet"],"egressTo":["peer"],"writable":["/tmp","/var/cache"],
         "backup":{"kind":"redis","schedule":"5 3 * * *","keep":3,"size":"1Gi"}}
        """);

    [Fact]
    public Task A_single_writer_says_so() => AssertFactsAsync(
        builder => builder.AddContainer("web", "nginx", "1.27").InCluster(k => k.SingleWriter()),
        """{"type":"tmcp.kubernetes.v0","for":"web","workload":{"mode":"single-writer"}}""");

    [Fact]
    public Task A_service_of_somebody_else_is_its_address() => AssertFactsAsync(
        builder => builder.AddExternalService("web", new Uri("http://web-service:11434")).InCluster(),
        """
        {"type":"tmcp.kubernetes.v0","for":"web","workload":{"mode":"external"},
         "service":{"name":"web-service","ports":{"http":{"port":11434}}}}
        """);

    [Fact]
    public async Task Plain_writes_none() =>
        Assert.Null((await PublishAsync(builder => builder.AddContainer("web", "nginx", "1.27").InCluster(), "--Tmcp:Plain=true"))["web-k8s"]);

    [Fact]
    public void A_local_run_knows_the_facts_and_shows_no_resource_of_theirs()
    {
        var builder = DistributedApplication.CreateBuilder();

        var web = builder.AddContainer("web", "nginx", "1.27").InCluster(k => k.User(10001));

        Assert.Equal(10001, web.Resource.Annotations.OfType<ClusterFacts>().Single().Workload.User);
        Assert.DoesNotContain(builder.Resources, resource => resource is KubernetesResource);
    }

    private static async Task AssertFactsAsync(Action<IDistributedApplicationBuilder> describe, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), (await PublishAsync(describe))["web-k8s"]!.ToJsonString());

    private static async Task<JsonNode> PublishAsync(Action<IDistributedApplicationBuilder> describe, params string[] options)
    {
        var folder = OwnedFolder.Create("tmcp-facts-");
        try
        {
            var file = Path.Combine(folder, "manifest.json");
            var builder = DistributedApplication.CreateBuilder(["--publisher", "manifest", "--output-path", file, "--Logging:LogLevel:Default=None", .. options]);
            builder.AddTmcp();
            describe(builder);
            await using var application = builder.Build();
            await application.RunAsync().WaitAsync(Limit);
            return JsonNode.Parse(await File.ReadAllTextAsync(file))!["resources"]!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
