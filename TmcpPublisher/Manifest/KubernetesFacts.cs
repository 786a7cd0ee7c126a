using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Manifest;

/// <summary>
/// What a cluster must know of a resource: an entry of type <c>tmcp.kubernetes.v0</c>. Null and empty mean "not said"; the defaults are
/// the graph builder's. The table of its members is in <c>docs/publishing.md</c>.
/// </summary>
/// <remarks>
/// A service outside of the cluster (<see cref="IsExternal"/>) need not be a resource of the manifest: its writer leaves it out and puts the
/// address as text into the values of its callers. So a value that contains exactly <c>&lt;service&gt;:&lt;port&gt;</c> of such a service counts as
/// a reference to it, as the expression would; <see cref="EgressTo"/> names those whose address no value shows.
/// </remarks>
internal sealed record KubernetesFacts
{
    /// <summary>JSON path of the entry.</summary>
    internal required string Path { get; init; }

    /// <summary>The resource that this is about.</summary>
    internal required string For { get; init; }

    internal string? Name { get; init; }

    internal string? Short { get; init; }

    internal string? App { get; init; }

    internal string? Component { get; init; }

    internal string? Image { get; init; }

    /// <summary>Null: not said, or <see cref="IsExternal"/>.</summary>
    internal WorkloadMode? Mode { get; init; }

    /// <summary>Whether it runs outside of the cluster.</summary>
    internal bool IsExternal { get; init; }

    internal int? User { get; init; }

    internal int? Replicas { get; init; }

    internal Autoscale? Autoscale { get; init; }

    internal string? Schedule { get; init; }

    internal string? Service { get; init; }

    /// <summary>By name of the binding.</summary>
    internal IReadOnlyDictionary<string, PortFacts> Ports { get; init; } = new Dictionary<string, PortFacts>();

    internal IReadOnlyList<RouteFacts> Routes { get; init; } = [];

    /// <summary>Null: nothing was said of probes. A probe that is null in it is not wanted.</summary>
    internal ProbeFacts? Probes { get; init; }

    internal string? Cpu { get; init; }

    internal string? Memory { get; init; }

    internal string? MemoryLimit { get; init; }

    /// <summary>By name of the volume.</summary>
    internal IReadOnlyDictionary<string, VolumeFacts> Volumes { get; init; } = new Dictionary<string, VolumeFacts>();

    /// <summary>What becomes of a bind mount, by its target: <c>omit</c> or <c>volume</c>.</summary>
    internal IReadOnlyDictionary<string, MountChoice> Mounts { get; init; } = new Dictionary<string, MountChoice>();

    /// <summary>By name of a variable or a parameter.</summary>
    internal IReadOnlyDictionary<string, SecretFacts> Secrets { get; init; } = new Dictionary<string, SecretFacts>();

    internal IReadOnlyList<OutsideCaller> AllowFrom { get; init; } = [];

    internal bool HasReadOnlyRoot { get; init; } = true;

    internal bool ReachesInternet { get; init; }

    /// <summary>Names of resources that it calls although no value says so.</summary>
    internal IReadOnlyList<ManifestText> EgressTo { get; init; } = [];

    /// <summary>Null: not said.</summary>
    internal IReadOnlyList<string>? WritablePaths { get; init; }

    internal BackupPlan? Backup { get; init; }
}

internal sealed record PortFacts(int? Port, int? TargetPort, string Path);

internal sealed record RouteFacts(string RoutePath, bool StripPrefix, string? Port, string Path);

internal sealed record ProbeFacts(OneProbeFacts? Startup, OneProbeFacts? Ready, OneProbeFacts? Live);

/// <param name="HttpPath">Null: the port only has to accept a connection.</param>
internal sealed record OneProbeFacts(string? HttpPath, string? Port, int? Seconds, string Path);

internal sealed record VolumeFacts(string? Claim, string? Size, string Path);

internal sealed record SecretFacts(string? Key, string? Property, bool IsOptional, string Path);

internal enum MountChoice
{
    /// <summary>The cluster does without it.</summary>
    Omit,

    /// <summary>An empty persistent volume stands in its place.</summary>
    Volume,
}
