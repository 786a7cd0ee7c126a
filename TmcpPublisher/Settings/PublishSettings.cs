namespace Tmcp.Publisher.Settings;

/// <summary>Facts about places: registry, environments, clusters. Read from <c>deploy/settings.json</c>; unknown keys are refused.</summary>
internal sealed record PublishSettings
{
    /// <summary>Prefix of every image that is built here, such as <c>ghcr.io/owner</c>.</summary>
    public required string Registry { get; init; }

    /// <summary>First segment of every key in the secret store.</summary>
    public required string VaultPrefix { get; init; }

    /// <summary>The pods that bring requests in from outside.</summary>
    public required IngressSettings Ingress { get; init; }

    /// <summary>By name, such as <c>staging</c>.</summary>
    public required IReadOnlyDictionary<string, EnvironmentSettings> Environments { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyDictionary<string, ClusterSettings> Clusters { get; init; }

    /// <summary>Literal values that look like secrets and are none: <c>&lt;resource&gt;/&lt;variable&gt;</c>.</summary>
    public IReadOnlyList<string> NotSecret { get; init; } = [];
}

/// <param name="Namespace">Where the ingress controller runs.</param>
/// <param name="Labels">Labels of its pods.</param>
internal sealed record IngressSettings(string Namespace, IReadOnlyDictionary<string, string> Labels);

/// <summary>One copy of the system.</summary>
internal sealed record EnvironmentSettings
{
    public required string Namespace { get; init; }

    /// <summary>The host that its routes are bound to; null: every host.</summary>
    public string? Host { get; init; }

    /// <summary>Name of the Secret with the certificate of <see cref="Host"/>; null: plain HTTP.</summary>
    public string? TlsSecret { get; init; }

    /// <summary>Public paths of the graph that this environment does not open, such as pages for operators.</summary>
    public IReadOnlyList<string> WithoutRoutes { get; init; } = [];

    /// <summary>Replaces <see cref="PublishSettings.VaultPrefix"/> in every key.</summary>
    public required string VaultPath { get; init; }

    /// <summary>Of <c>ha</c>, <c>backup</c>, <c>dashboard</c>.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Values of parameters, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary><c>enforce</c>, or <c>audit</c>: everything but the default deny.</summary>
    public string NetworkPolicies { get; init; } = "enforce";

    /// <summary>Storage class of its volumes; null: the cluster's default.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Where its backups go; null: to volumes of the cluster.</summary>
    public BackupBucket? BackupBucket { get; init; }

    /// <summary>Whether an image without a digest stops the publishing.</summary>
    public bool RequireDigests { get; init; }

    /// <summary>Whether anybody may create the generated secrets and unseal the store without a person.</summary>
    public bool VaultKeeper { get; init; }
}

/// <summary>One cluster with the environments that it hosts.</summary>
internal sealed record ClusterSettings
{
    public required IReadOnlyList<string> Environments { get; init; }

    public required string SecretStore { get; init; }

    /// <summary>The repository that Argo CD reads the manifests from.</summary>
    public required string GitUrl { get; init; }

    /// <summary>Branch or tag of it.</summary>
    public string GitRevision { get; init; } = "main";

    /// <summary>Addresses of services outside the cluster, by resource name: an IPv4 address, or a DNS name.</summary>
    public IReadOnlyDictionary<string, string> Outside { get; init; } = new Dictionary<string, string>();
}
