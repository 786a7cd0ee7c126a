using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Manifest;

public sealed class KubernetesFactsTests : IDisposable
{
    private const string Program = """
        "pw": { "type": "parameter.v0", "value": "{pw.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
        "store": { "type": "container.v0", "image": "redis:8.6", "volumes": [ { "name": "data", "target": "/data", "readOnly": false } ], "env": { "PASSWORD": "{pw.value}", "PLAIN": "x" },
                   "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http", "targetPort": 8090 } } },
        """;

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Facts_become_the_workload()
    {
        var workload = Build("""
            "workload": { "name": "the-store", "short": "st", "app": "stored", "component": "cache", "mode": "single-writer", "user": 10001 },
            "service": { "name": "pb-service", "ports": { "http": { "port": 81, "targetPort": 8091 } } },
            "expose": [ { "path": "/st" }, { "path": "/", "port": "http" } ],
            "probes": { "startup": { "tcp": true, "seconds": 120 }, "ready": { "http": "/ready" } },
            "resources": { "cpu": "0.5", "memory": "64Mi", "memoryLimit": "1Gi" },
            "volumes": { "data": { "claim": "old-pvc", "size": "5Gi" } },
            "secrets": { "PASSWORD": { "key": "tmcp/other", "property": "PW" } },
            "allowFrom": [ { "app": "x" }, { "app": "y", "namespace": "z" } ],
            "egress": [ "internet" ], "writable": [ "/tmp", "/run/x" ],
            "backup": { "kind": "redis", "keep": 3 }
            """);

        Assert.Equal(("the-store", "st", "stored", "cache", WorkloadMode.SingleWriter, 10001), (workload.Name, workload.Stem, workload.App, workload.Component, workload.Mode, workload.User));
        Assert.Equal(("pb-service", new WorkloadPort("http", 8091, 81)), (workload.Service, Assert.Single(workload.Ports)));
        Assert.Equal([new Route("/st", StripPrefix: true, "http"), new Route("/", StripPrefix: false, "http")], workload.Routes);
        Assert.Equal(new ProbeSet(new Probe(null, "http", 120), new Probe("/ready", "http"), null), workload.Probes);
        Assert.Equal(new ComputeResources("0.5", "64Mi", "1Gi"), workload.Resources);
        Assert.Equal(new PersistentVolume("data", "/data", "old-pvc", "5Gi", ReadOnly: false), Assert.Single(workload.Volumes));
        Assert.Equal(new SecretHome("tmcp/other", "PW"), workload.SecretHomes["PASSWORD"]);
        Assert.Equal([new OutsideCaller("x"), new OutsideCaller("y", "z")], workload.AllowFrom);
        Assert.True(workload.ReachesInternet);
        Assert.Equal(["/tmp", "/run/x"], workload.WritablePaths);
        Assert.Equal(new BackupPlan("redis", Keep: 3), workload.Backup);
    }

    [Fact]
    public void Resource_without_facts_gets_the_defaults()
    {
        var workload = _folder.Graph(Program.TrimEnd().TrimEnd(',')).Workloads.Single();

        Assert.Equal(("store", "store", "store", "data", WorkloadMode.SingleWriter, (int?)null), (workload.Name, workload.Stem, workload.App, workload.Component, workload.Mode, workload.User));
        Assert.Equal(("store-service", new WorkloadPort("http", 8090, 80)), (workload.Service, Assert.Single(workload.Ports)));
        Assert.Equal(new ProbeSet(new Probe(null, "http"), new Probe(null, "http"), new Probe(null, "http")), workload.Probes);
        Assert.Equal(new ComputeResources("100m", "128Mi", "512Mi"), workload.Resources);
        Assert.Equal(new PersistentVolume("data", "/data", "store-data-pvc", "1Gi", ReadOnly: false), Assert.Single(workload.Volumes));
        Assert.Equal(["/tmp"], workload.WritablePaths);
        Assert.Equal((1, false), (workload.Replicas, workload.ReachesInternet));
    }

    [Theory]
    [InlineData("\"probe\": {}", ".probe: 'probe' is not known here. Did you mean 'probes'?")]
    [InlineData("\"workload\": { \"replica\": 2 }", ".workload.replica: 'replica' is not known here. Did you mean 'replicas'?")]
    [InlineData("\"workload\": { \"mode\": \"stateles\" }", ".workload.mode: is 'stateles'. Did you mean 'stateless'?")]
    [InlineData("\"workload\": { \"user\": 0 }", ".workload.user: is 0, and has to be a whole number from 1 to 2147483647.")]
    [InlineData("\"workload\": { \"user\": \"10001\" }", ".workload.user: is text, and has to be a whole number")]
    [InlineData("\"workload\": { \"short\": \"PB\" }", ".workload.short: is 'PB', and has to be 1 to 63 of a-z")]
    [InlineData("\"workload\": { \"mode\": \"cron\" }", "needs 'workload.schedule'")]
    [InlineData("\"workload\": { \"schedule\": \"1 2 * * *\" }", "its mode is not 'cron'")]
    [InlineData("\"workload\": { \"mode\": \"cron\", \"schedule\": \"every day\" }", ".workload.schedule: is 'every day', and has to be five fields")]
    [InlineData("\"workload\": { \"mode\": \"single-writer\", \"replicas\": 2 }", "'workload.replicas' is 2, and the mode allows one.")]
    [InlineData("\"workload\": { \"autoscale\": { \"min\": 4, \"max\": 2 } }", "has 'max' 2 below 'min' 4.")]
    [InlineData("\"workload\": { \"image\": \"other\" }", "the resource names a finished image")]
    [InlineData("\"service\": { \"ports\": { \"htp\": { \"port\": 1 } } }", "'store' has no binding 'htp'. Did you mean 'http'?")]
    [InlineData("\"service\": { \"ports\": { \"http\": { \"port\": 70000 } } }", "is 70000, and has to be a whole number from 1 to 65535.")]
    [InlineData("\"expose\": [ { \"path\": \"pb\" } ]", "is 'pb', and has to begin with '/'")]
    [InlineData("\"expose\": [ { \"path\": \"/pb`) || Host(`x\" } ]", "has to begin with '/'")]
    [InlineData("\"expose\": [ { \"path\": \"/pb\", \"port\": \"x\" } ]", "'store' has no TCP port 'x'.")]
    [InlineData("\"probes\": { \"ready\": {} }", "exactly one of them")]
    [InlineData("\"probes\": { \"ready\": { \"http\": \"/a\", \"tcp\": true } }", "exactly one of them")]
    [InlineData("\"probes\": { \"ready\": { \"http\": \"health\" } }", "has to be a path such as '/health'")]
    [InlineData("\"resources\": { \"memory\": \"lots\" }", ".resources.memory: is 'lots', and has to be a quantity")]
    [InlineData("\"volumes\": { \"dat\": {} }", "'store' has no volume 'dat'. Did you mean 'data'?")]
    [InlineData("\"mounts\": { \"/etc/x\": \"omit\" }", "'/etc/x', where 'store' has no bind mount")]
    [InlineData("\"secrets\": { \"PASWORD\": { \"key\": \"a/b\" } }", "'store' has no variable and no secret parameter 'PASWORD'. Did you mean 'PASSWORD'?")]
    [InlineData("\"secrets\": { \"PLAIN\": { \"key\": \"a/b\" } }", "the variable 'PLAIN' holds no secret")]
    [InlineData("\"secrets\": { \"PASSWORD\": { \"property\": \"b\" } }", "has a 'property' and no 'key'")]
    [InlineData("\"egress\": [ \"world\" ]", "Write 'internet'")]
    [InlineData("\"egressTo\": [ \"nobody\" ]", "there is no resource 'nobody' with a Service")]
    [InlineData("\"writable\": [ \"tmp\" ]", "has to be an absolute folder")]
    [InlineData("\"writable\": [ \"/tmp/../etc\" ]", "has to be an absolute folder")]
    [InlineData("\"backup\": { \"kind\": \"mysql\" }", "has to be 'pocketbase' or 'redis'")]
    public void Mistake_in_the_facts_is_an_error_with_its_path(string facts, string expected)
    {
        var problems = _folder.Problems(Program + Facts(facts));

        Assert.Contains(problems, problem => problem.StartsWith("$.resources.store-k8s", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_of_nobody_are_an_error() =>
        Assert.Equal(
            "$.resources.x.for: there is no resource 'stor'. Did you mean 'store'?",
            _folder.Problem(Program + """ "x": { "type": "tmcp.kubernetes.v0", "for": "stor" } """));

    [Fact]
    public void Second_facts_of_a_resource_are_an_error() =>
        Assert.Contains("has facts already, at $.resources.store-k8s", _folder.Problem(Program + Facts("\"egress\": []") + """, "x": { "type": "tmcp.kubernetes.v0", "for": "store" } """), StringComparison.Ordinal);

    [Fact]
    public void Optional_secret_makes_its_parameter_optional()
    {
        var graph = _folder.Graph(Program + Facts("\"secrets\": { \"pw\": { \"optional\": true } }"));

        Assert.True(graph.Parameters["pw"].IsOptional);
        Assert.Empty(graph.Workloads.Single().SecretHomes);
    }

    [Fact]
    public void Property_of_a_secret_defaults_to_the_name_in_upper_snake_case() =>
        Assert.Equal(new SecretHome("tmcp/x", "PW"), Build("\"secrets\": { \"pw\": { \"key\": \"tmcp/x\" } }").SecretHomes["pw"]);

    [Fact]
    public void Worker_has_no_service_and_nobody_may_refer_to_it()
    {
        var problem = _folder.Problem(Program + Facts("\"workload\": { \"mode\": \"worker\" }") + """
            , "caller": { "type": "container.v0", "image": "busybox:1.37", "env": { "X": "{store.bindings.http.url}" } }
            """);

        Assert.Contains("'store' has no Service because of its mode", problem, StringComparison.Ordinal);
    }

    private static string Facts(string facts) => $$""" "store-k8s": { "type": "tmcp.kubernetes.v0", "for": "store", {{facts}} } """;

    private Workload Build(string facts) => _folder.Graph(Program + Facts(facts)).Workloads.Single();
}
