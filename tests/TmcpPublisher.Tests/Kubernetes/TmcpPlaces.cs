using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Settings and locks of the tests: staging bound to a host and without a lock, prod with digests and all components, both in one cluster.</summary>
internal static class TmcpPlaces
{
    internal const string Version = "0.1.0";

    internal static PublishSettings Settings { get; } = new()
    {
        Registry = "lupca",
        VaultPrefix = "tmcp",
        Ingress = new IngressSettings("kube-system", new Dictionary<string, string> { ["app.kubernetes.io/name"] = "traefik" }),
        Environments = new Dictionary<string, EnvironmentSettings>
        {
            ["staging"] = new()
            {
                Namespace = "tmcp-staging",
                Host = "staging.example.org",
                VaultPath = "tmcp/staging",
                Components = ["dashboard"],
                Parameters = new Dictionary<string, string> { ["langsmith-project"] = "tmcp-staging" },
                NetworkPolicies = "audit",
                VaultKeeper = true,
            },
            ["prod"] = new()
            {
                Namespace = "tmcp-marketing",
                VaultPath = "tmcp",
                Components = ["ha", "backup"],
            },
        },
        Clusters = new Dictionary<string, ClusterSettings>
        {
            ["home"] = new()
            {
                Environments = ["staging", "prod"],
                SecretStore = "vault",
                GitUrl = "https://git.example.org/tmcp/gitops.git",
                Outside = new Dictionary<string, string> { ["ollama"] = "192.168.0.102" },
            },
        },
    };

    internal static ImageLocks Locks { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, ImageLock>>
    {
        ["prod"] = new Dictionary<string, ImageLock>
        {
            ["tmcp-agents"] = new("0.0.18", "sha256:" + new string('1', 64)),
            ["tmcp-dashboard"] = new("0.0.22", "sha256:" + new string('2', 64)),
        },
    });

    internal static FileTree Render(SystemGraph graph, PublishSettings? settings = null, ImageLocks? locks = null, params string[] extras)
        => TreeRenderer.Render(graph, settings ?? Settings, locks ?? Locks, Version, extras.ToHashSet());

    /// <summary>The settings with one environment changed.</summary>
    internal static PublishSettings With(string environment, Func<EnvironmentSettings, EnvironmentSettings> change) => Settings with
    {
        Environments = Settings.Environments.ToDictionary(entry => entry.Key, entry => entry.Key == environment ? change(entry.Value) : entry.Value),
    };

    /// <summary>The settings with one more cluster.</summary>
    internal static PublishSettings WithCluster(string name, ClusterSettings cluster)
        => Settings with { Clusters = new Dictionary<string, ClusterSettings>(Settings.Clusters) { [name] = cluster } };
}
