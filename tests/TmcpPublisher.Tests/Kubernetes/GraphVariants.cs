using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Graphs that use what TMCP's does not.</summary>
internal static class GraphVariants
{
    /// <summary>A tree with every kind of object and every form of a setting.</summary>
    internal static FileTree Everything()
    {
        var whole = Whole();
        var graph = (whole with { Workloads = [.. whole.Workloads, Migration(), Nightly(), Queue()] })
            .And(new Parameter("queue-token", true, false, null, null));
        var settings = TmcpPlaces.With("staging", staging => staging with { TlsSecret = "staging-tls", StorageClass = "local-path", Components = ["dashboard", "ha", "backup"], BackupBucket = new BackupBucket("backups", "staging/", null, new Uri("https://10.0.0.9:9000")) });
        settings = settings with
        {
            Clusters = new Dictionary<string, ClusterSettings>
            {
                ["home"] = settings.Clusters["home"] with { Environments = ["prod"] },
                ["lab"] = settings.Clusters["home"] with { Environments = ["staging"], Outside = new Dictionary<string, string> { ["ollama"] = "10.0.0.7" } },
            },
        };
        return TmcpPlaces.Render(graph, settings);
    }

    internal static Workload Migration() => new()
    {
        Resource = "migration",
        Name = "migration",
        Stem = "migration",
        App = "migration",
        Component = "app",
        Mode = WorkloadMode.Job,
        Image = Built("tmcp-migration"),
        User = 10001,
        Environment = [Variable("TARGET", Literal("http://pb-service")), Variable("PROJECT", Config("langsmith-project"))],
        Resources = new ComputeResources("50m", "64Mi", "128Mi"),
    };

    internal static Workload Nightly() => Migration() with
    {
        Resource = "nightly",
        Name = "nightly",
        Stem = "nightly",
        App = "nightly",
        Mode = WorkloadMode.Cron,
        Schedule = "5 3 * * *",
        Arguments = [Literal("--project"), Config("langsmith-project")],
    };

    /// <summary>A worker with a filtered secret, scratch volumes and a claim of its own.</summary>
    internal static Workload Queue() => Migration() with
    {
        Resource = "queue",
        Name = "queue",
        Stem = "queue",
        App = "queue",
        Mode = WorkloadMode.Worker,
        Environment =
        [
            Variable("AMQP_URL", new TextTemplate([new TextPart.Literal("amqp://user:"), new TextPart.Secret("queue-token", UriEncode: true), new TextPart.Literal("@redis-service:6379/")])),
            Variable("TOKEN_URI", new TextTemplate([new TextPart.Secret("queue-token", UriEncode: true)])),
        ],
        Volumes = [new PersistentVolume("work", "/work", "queue-work-pvc", "1Gi", ReadOnly: false), new PersistentVolume("cache", "/cache", null, "64Mi", ReadOnly: false)],
        WritablePaths = ["/tmp", "/var/cache/x", "/cache/"],
    };
}
