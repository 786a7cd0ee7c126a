using System.Text.RegularExpressions;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Networking;

/// <summary>The public paths, in the order of the manifest with the catch-all last.</summary>
internal static partial class RouteTable
{
    internal static IReadOnlyList<RouteEntry> Create(SystemGraph graph, Problems problems)
    {
        var all = graph.Workloads.SelectMany(workload => workload.Routes.Select(route => (Workload: workload, Route: route))).ToList();
        var entries = new List<RouteEntry>();
        foreach (var (workload, route) in all.OrderBy(entry => entry.Route.Path == "/"))
        {
            if (!LegalPath().IsMatch(route.Path))
            {
                problems.Add($"Resource '{workload.Resource}' exposes '{route.Path}', which no route can match. "
                    + "Write '/' or a path such as '/pb': a slash before each part, letters, digits, dots, dashes and underscores, none at the end.");
            }
            else if (entries.Find(entry => entry.Path == route.Path) is { } taken)
            {
                problems.Add($"Resources '{taken.Resource}' and '{workload.Resource}' both expose '{route.Path}'. Give one of them another path in its Kubernetes extension.");
            }
            else if (workload.Service is null || workload.Ports.All(port => port.Name != route.Port))
            {
                problems.Add($"Resource '{workload.Resource}' exposes '{route.Path}' on port '{route.Port}', which it has not, or it has no Service. "
                    + $"Its ports: {string.Join(", ", workload.Ports.Select(port => port.Name))}. Expose one of them.");
            }
            else
            {
                var outer = all.Count(other => other.Route.Path != "/" && route.Path.StartsWith(other.Route.Path + "/", StringComparison.Ordinal));
                var port = workload.Ports.First(candidate => candidate.Name == route.Port);
                entries.Add(new RouteEntry(workload.Resource, route.Path, route.StripPrefix && route.Path != "/", workload.Service, port.ServicePort, outer));
            }
        }

        return entries;
    }

    [GeneratedRegex("^(/|(/[A-Za-z0-9._~-]+)+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LegalPath();
}

/// <summary>One public path.</summary>
/// <param name="OuterPaths">How many other paths contain it.</param>
internal sealed record RouteEntry(string Resource, string Path, bool Strip, string Service, int ServicePort, int OuterPaths)
{
    // Traefik ranks by the length of the rule unless told: the catch-all last, a path inside another first, and a bound host before any other environment.
    private const int PathPriority = 100;
    private const int NestedBonus = 10;
    private const int HostBonus = 1000;

    internal string Middleware => "strip-" + Path.Trim('/').Replace('/', '-').ToLowerInvariant();

    internal int Priority(bool hasHost) => (Path == "/" ? 1 : PathPriority + (OuterPaths * NestedBonus)) + (hasHost ? HostBonus : 0);

    /// <summary>The rule. A bare prefix of <c>/pb</c> would match <c>/pbx</c> too.</summary>
    internal string Match(string? host)
    {
        var path = Path == "/" ? "PathPrefix(`/`)" : $"Path(`{Path}`) || PathPrefix(`{Path}/`)";
        if (host is null)
            return path;
        return $"Host(`{host}`) && " + (Path == "/" ? path : $"({path})");
    }
}
