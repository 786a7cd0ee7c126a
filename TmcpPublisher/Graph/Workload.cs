namespace Tmcp.Publisher.Graph;

/// <summary>One program of the system with everything that Kubernetes must know of it.</summary>
internal sealed record Workload
{
    /// <summary>Its name in the manifest: the name of its folder, and what messages say.</summary>
    internal required string Resource { get; init; }

    /// <summary>Name of the Deployment, the StatefulSet, the Job or the CronJob.</summary>
    internal required string Name { get; init; }

    /// <summary>Stem of <c>&lt;stem&gt;-config</c>, <c>&lt;stem&gt;-secrets</c> and the container's name.</summary>
    internal required string Stem { get; init; }

    /// <summary>Value of the label <c>app</c>, which selects its pods.</summary>
    internal required string App { get; init; }

    /// <summary>Value of the label <c>app.kubernetes.io/component</c>.</summary>
    internal required string Component { get; init; }

    internal required WorkloadMode Mode { get; init; }

    internal required ImageSource Image { get; init; }

    /// <summary>Replaces the image's entry point; empty: the image's own.</summary>
    internal IReadOnlyList<TextTemplate> Command { get; init; } = [];

    internal IReadOnlyList<TextTemplate> Arguments { get; init; } = [];

    /// <summary>In the order of the manifest; names are unique and valid.</summary>
    internal IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    internal IReadOnlyList<WorkloadPort> Ports { get; init; } = [];

    /// <summary>Name of its Service; null for a workload that nobody calls.</summary>
    internal string? Service { get; init; }

    internal IReadOnlyList<Route> Routes { get; init; } = [];

    internal ProbeSet Probes { get; init; } = new(null, null, null);

    internal required ComputeResources Resources { get; init; }

    /// <summary>At least 1. Without the component <c>ha</c> this is what runs.</summary>
    internal int Replicas { get; init; } = 1;

    /// <summary>What the component <c>ha</c> makes of it; null: nothing.</summary>
    internal Autoscale? Autoscale { get; init; }

    /// <summary>Cron expression in UTC; only with <see cref="WorkloadMode.Cron"/>.</summary>
    internal string? Schedule { get; init; }

    /// <summary>The user id it runs as. Null: the image's own, which must not be root.</summary>
    internal int? User { get; init; }

    /// <summary>False for an image of somebody else that writes beside its volumes, into folders that hold files of the image too.</summary>
    internal bool HasReadOnlyRoot { get; init; } = true;

    internal IReadOnlyList<PersistentVolume> Volumes { get; init; } = [];

    /// <summary>Folders that it may write to although the root file system is read-only, each an <c>emptyDir</c>.</summary>
    internal IReadOnlyList<string> WritablePaths { get; init; } = [];

    /// <summary>Files of the repository that it reads, from a generated ConfigMap.</summary>
    internal IReadOnlyList<ConfigFiles> ConfigFiles { get; init; } = [];

    /// <summary>Values of the label <c>app</c> of workloads outside the graph that may call it.</summary>
    internal IReadOnlyList<OutsideCaller> AllowFrom { get; init; } = [];

    /// <summary>How its data is saved by the component <c>backup</c>; null: it is not.</summary>
    internal BackupPlan? Backup { get; init; }

    /// <summary>Whether it may call HTTPS addresses of the internet.</summary>
    internal bool ReachesInternet { get; init; }

    /// <summary>Where the value of each secret variable or parameter is kept, where that differs from the rule.</summary>
    internal IReadOnlyDictionary<string, SecretHome> SecretHomes { get; init; } = new Dictionary<string, SecretHome>();
}
