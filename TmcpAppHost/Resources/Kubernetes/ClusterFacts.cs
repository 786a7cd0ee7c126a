namespace Tmcp.AppHost.Kubernetes;

/// <summary>
/// What Kubernetes must know of a resource and an Aspire manifest cannot say. Written beside the resource's entry as
/// <c>tmcp.kubernetes.v0</c>; <c>docs/publishing.md</c> has each member's meaning and default. Routes, ports and images come from the resource itself.
/// </summary>
internal sealed class ClusterFacts : IResourceAnnotation
{
    internal WorkloadFacts Workload { get; private set; } = new();

    internal Dictionary<string, PortFacts> Ports { get; } = [];

    internal Dictionary<string, ProbeFacts> ProbesByKind { get; } = [];

    internal ResourceFacts? Compute { get; private set; }

    internal Dictionary<string, ClaimFacts> Claims { get; } = [];

    internal Dictionary<string, SecretHomeFacts> SecretHomes { get; } = [];

    internal List<CallerFacts> Callers { get; } = [];

    internal bool HasInternet { get; private set; }

    internal List<IResource> Unseen { get; } = [];

    internal List<string> WritableFolders { get; } = [];

    internal BackupFacts? Backups { get; private set; }

    /// <summary>The names that the cluster already uses, where they are not the resource's own.</summary>
    /// <param name="workload">Of the Deployment or the StatefulSet.</param>
    /// <param name="stem">Of <c>&lt;stem&gt;-service</c>, <c>&lt;stem&gt;-config</c>, <c>&lt;stem&gt;-secrets</c>.</param>
    /// <param name="app">Label that selects the pods; immutable once deployed.</param>
    internal ClusterFacts Named(string? workload = null, string? stem = null, string? app = null)
    {
        Workload = Workload with { Name = workload, Short = stem, App = app };
        return this;
    }

    /// <summary>Repository of the image below the registry of the settings.</summary>
    internal ClusterFacts Image(string repository)
    {
        Workload = Workload with { Image = repository };
        return this;
    }

    /// <summary>At most one process at any time may have its data open.</summary>
    internal ClusterFacts SingleWriter()
    {
        Workload = Workload with { Mode = "single-writer" };
        return this;
    }

    /// <summary>The user id it runs as; 10001 is that of every image built here.</summary>
    internal ClusterFacts User(int id)
    {
        Workload = Workload with { User = id };
        return this;
    }

    /// <summary>Its image writes into folders that also hold files of the image, so its root file system cannot be read-only.</summary>
    internal ClusterFacts WritableRoot()
    {
        Workload = Workload with { ReadOnlyRoot = false };
        return this;
    }

    /// <summary>How many run in the cluster, where a local run has one.</summary>
    internal ClusterFacts Replicas(int count)
    {
        Workload = Workload with { Replicas = count };
        return this;
    }

    /// <summary>What the component <c>ha</c> makes of it. Only for what keeps nothing in memory between requests.</summary>
    internal ClusterFacts Autoscale(int min, int max, int cpuPercent = 70)
    {
        Workload = Workload with { Autoscale = new AutoscaleFacts(min, max, cpuPercent) };
        return this;
    }

    /// <summary>Ports of an endpoint in the cluster, where its Service is not on 80 or its container's port is not the local one.</summary>
    internal ClusterFacts Port(string endpoint, int? service = null, int? container = null)
    {
        Ports[endpoint] = new PortFacts(service, container);
        return this;
    }

    /// <summary>Health over HTTP.</summary>
    /// <param name="ready">Fails only when no request could succeed.</param>
    /// <param name="live">Tests no dependency; also decides when the start is over.</param>
    /// <param name="startSeconds">How long a start may take in all.</param>
    internal ClusterFacts Probes(string ready, string live, int startSeconds)
    {
        ProbesByKind["startup"] = new ProbeFacts(live, startSeconds);
        ProbesByKind["ready"] = new ProbeFacts(ready);
        ProbesByKind["live"] = new ProbeFacts(live);
        return this;
    }

    /// <summary>Kubernetes quantities: what it asks for, and the memory at which it is ended.</summary>
    internal ClusterFacts Needs(string cpu, string memory, string memoryLimit)
    {
        Compute = new ResourceFacts(cpu, memory, memoryLimit);
        return this;
    }

    /// <summary>The claim behind a volume of the resource.</summary>
    internal ClusterFacts Claim(string volume, string claim, string size)
    {
        Claims[volume] = new ClaimFacts(claim, size);
        return this;
    }

    /// <summary>Where the secret store keeps the value of a variable; the property is the variable's name unless another is given.</summary>
    internal ClusterFacts Secret(string variable, string key, string? property = null, bool optional = false)
    {
        SecretHomes[variable] = new SecretHomeFacts(key, property ?? variable, optional);
        return this;
    }

    /// <summary>A workload outside of the graph that calls this one.</summary>
    internal ClusterFacts AllowFrom(string app, string? inNamespace = null)
    {
        Callers.Add(new CallerFacts(app, inNamespace));
        return this;
    }

    /// <summary>It calls HTTPS addresses of the internet.</summary>
    internal ClusterFacts ReachesInternet()
    {
        HasInternet = true;
        return this;
    }

    /// <summary>It calls a resource whose address no variable shows, such as one that a person stores in a database.</summary>
    internal ClusterFacts Calls(IResourceBuilder<IResource> resource)
    {
        Unseen.Add(resource.Resource);
        return this;
    }

    /// <summary>A folder that it writes to beside its volumes; without any it is <c>/tmp</c>.</summary>
    internal ClusterFacts Writes(string folder)
    {
        WritableFolders.Add(folder);
        return this;
    }

    /// <summary>The component <c>backup</c> saves its data by the tool of that kind, each night.</summary>
    internal ClusterFacts Backup(string kind, string schedule, int keep, string size)
    {
        Backups = new BackupFacts(kind, schedule, keep, size);
        return this;
    }
}
