using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Components;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Secrets;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>What the renderers share: the input, and the facts that follow from all of it together.</summary>
internal sealed class RenderPlan
{
    private readonly ILookup<string, WorkloadPlan> _workloads;
    private readonly ILookup<string, OutsideService> _outside;
    private readonly ILookup<string, Edge> _edgesFrom;
    private readonly ILookup<string, Edge> _edgesTo;

    internal RenderPlan(SystemGraph graph, PublishSettings settings, ImageLocks locks, string version, IReadOnlySet<string> extras)
    {
        Graph = graph;
        Settings = settings;
        Extras = extras;
        Names = new NameRegister(Problems);
        Images = new ImageNames(settings, locks, version);
        Parameters = new ParameterValues(graph, settings, Problems);
        Outside = new OutsideAddresses(graph, settings, Problems);
        Secrets = SecretPlans.Create(graph, settings, Problems);
        Workloads = [.. graph.Workloads.Select(workload => new WorkloadPlan(workload, this))];
        Routes = RouteTable.Create(graph, Problems);
        Environments = [.. settings.Environments.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new EnvironmentPlace(entry.Key, entry.Value))];
        Clusters = [.. settings.Clusters.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new ClusterPlace(entry.Key, entry.Value))];
        _workloads = Workloads.ToLookup(workload => workload.Workload.Resource, StringComparer.Ordinal);
        _outside = graph.OutsideServices.ToLookup(service => service.Resource, StringComparer.Ordinal);
        _edgesFrom = graph.Edges.ToLookup(edge => edge.From, StringComparer.Ordinal);
        _edgesTo = graph.Edges.ToLookup(edge => edge.To, StringComparer.Ordinal);
        RefuseUnknownRoutes();
        ClaimNames();
        Components = new ComponentSet(this);
    }

    internal SystemGraph Graph { get; }

    internal PublishSettings Settings { get; }

    internal IReadOnlySet<string> Extras { get; }

    internal Problems Problems { get; } = new();

    internal NameRegister Names { get; }

    internal ImageNames Images { get; }

    internal ParameterValues Parameters { get; }

    internal OutsideAddresses Outside { get; }

    internal SecretPlans Secrets { get; }

    internal IReadOnlyList<WorkloadPlan> Workloads { get; }

    internal IReadOnlyList<RouteEntry> Routes { get; }

    internal ComponentSet Components { get; }

    /// <summary>Ordered by name.</summary>
    internal IReadOnlyList<EnvironmentPlace> Environments { get; }

    /// <summary>Ordered by name.</summary>
    internal IReadOnlyList<ClusterPlace> Clusters { get; }

    internal WorkloadPlan? FindWorkload(string resource) => _workloads[resource].FirstOrDefault();

    internal OutsideService? FindOutside(string resource) => _outside[resource].FirstOrDefault();

    internal IEnumerable<Edge> EdgesFrom(string resource) => _edgesFrom[resource];

    internal IEnumerable<Edge> EdgesTo(string resource) => _edgesTo[resource];

    // A mistyped path must not leave a page open.
    private void RefuseUnknownRoutes()
    {
        foreach (var environment in Environments)
        {
            foreach (var path in environment.Settings.WithoutRoutes.Where(path => Routes.All(route => route.Path != path)))
                Problems.Add($"Environment '{environment.Name}' closes the route '{path}' ('withoutRoutes'), which no resource has. Known: {string.Join(", ", Routes.Select(route => route.Path))}.");
        }
    }

    private void ClaimNames()
    {
        Names.Claim("folder", "shared", "base/shared");
        Names.Claim("folder", "ingress", "base/ingress");
        Names.Claim("NetworkPolicy", SharedNames.DefaultDeny, "base/shared");
        Names.Claim("NetworkPolicy", SharedNames.AllowDns, "base/shared");
        foreach (var workload in Workloads)
            workload.ClaimNames(Names);
        foreach (var outside in Graph.OutsideServices)
        {
            Names.Claim("folder", outside.Resource, outside.Resource);
            Names.Claim("Service", outside.Service, outside.Resource);
        }
    }
}

/// <summary>An environment with its name.</summary>
internal sealed record EnvironmentPlace(string Name, EnvironmentSettings Settings);

/// <summary>A cluster with its name.</summary>
internal sealed record ClusterPlace(string Name, ClusterSettings Settings)
{
    /// <summary>The environments that it hosts, in the order of its settings.</summary>
    internal IEnumerable<EnvironmentPlace> Environments(RenderPlan plan)
        => Settings.Environments.Select(name => plan.Environments.FirstOrDefault(environment => environment.Name == name)).OfType<EnvironmentPlace>();
}
