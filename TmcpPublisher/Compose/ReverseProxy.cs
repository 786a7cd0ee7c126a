using Tmcp.Publisher.Graph;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Compose;

/// <summary>Traefik in front, with the routes that the cluster's has, from a file: no container gets the socket of the engine.</summary>
internal static class ReverseProxy
{
    internal const string Service = "traefik";
    internal const string RoutesFile = "traefik/routes.yaml";

    // The version that the routes of the cluster were checked with.
    private const string Image = "docker.io/library/traefik:v3.7.9";
    private const int Port = 8080;
    private const int RoutePriority = 100;
    private const int CatchAllPriority = 1;

    internal static YamlNode Describe(SystemGraph graph, ComposeVariables variables)
    {
        var address = variables.Reference("TMCP_HTTP_ADDRESS", "0.0.0.0", "The address of this machine that the entrance listens on.");
        var port = variables.Reference("TMCP_HTTP_PORT", "80", "The port that the entrance listens on.");
        return Map(
            ("image", Text(Image)),
            ("command", Texts(
                "--providers.file.filename=/etc/traefik/routes.yaml",
                $"--entryPoints.web.address=:{Port}",
                "--entryPoints.ping.address=:8082",
                "--ping.entryPoint=ping",
                "--global.sendAnonymousUsage=false")),
            ("user", Text("65534:65534")),
            ("ports", Texts($"{address}:{port}:{Port}")),
            ("volumes", Texts($"./{RoutesFile}:/etc/traefik/routes.yaml:ro")),
            ("healthcheck", Map(
                ("test", Texts("CMD", "traefik", "healthcheck", "--entryPoints.ping.address=:8082", "--ping.entryPoint=ping")),
                ("interval", Text("10s")),
                ("timeout", Text("5s")),
                ("retries", Number(3)))),
            ("depends_on", Map(Routed(graph).Select(workload => (ComposeFile.NameOf(workload), (YamlNode?)ComposeFile.WaitFor(workload))))),
            ("restart", Text("unless-stopped")),
            ("mem_limit", Text("128m")),
            ("read_only", Flag(true)),
            ("cap_drop", Texts("ALL")),
            ("security_opt", Texts("no-new-privileges:true")));
    }

    internal static bool IsNeeded(SystemGraph graph) => Routed(graph).Any();

    /// <summary>Routers, middlewares and services, as Traefik's file provider reads them.</summary>
    internal static YamlNode Routes(SystemGraph graph)
    {
        var routes = graph.Workloads.SelectMany(workload => workload.Routes.Select(route => (Workload: workload, Route: route, Name: Name(route))))
            .OrderBy(entry => entry.Route.Path, StringComparer.Ordinal)
            .ToArray();
        var stripped = routes.Where(entry => entry.Route.StripPrefix).ToArray();
        return Map(("http", Map(
            ("routers", Map(routes.Select(entry => (entry.Name, (YamlNode?)Router(entry.Route, entry.Name))))),
            ("middlewares", stripped.Length == 0 ? null : Map(stripped.Select(entry => (StripOf(entry.Name), (YamlNode?)Strip(entry.Route))))),
            ("services", Map(routes.Select(entry => (entry.Name, (YamlNode?)Target(entry.Workload, entry.Route))))))));
    }

    private static YamlMappingNode Router(Route route, string name) => Map(
        ("rule", Text(Rule(route.Path))),
        ("priority", Number(route.Path == "/" ? CatchAllPriority : RoutePriority)),
        ("entryPoints", Texts("web")),
        ("middlewares", route.StripPrefix ? Texts(StripOf(name)) : null),
        ("service", Text(name)));

    private static string StripOf(string name) => $"strip-{name}";

    private static YamlMappingNode Strip(Route route) => Map(("stripPrefix", Map(("prefixes", Texts(route.Path)))));

    private static YamlMappingNode Target(Workload workload, Route route)
    {
        var url = $"http://{workload.Service}:{workload.Ports.First(port => port.Name == route.Port).ContainerPort}";
        return Map(("loadBalancer", Map(("servers", List(Map(("url", Text(url))))))));
    }

    private static IEnumerable<Workload> Routed(SystemGraph graph) => graph.Workloads.Where(workload => workload.Routes.Count > 0);

    // PathPrefix(`/pb`) alone would take /pbx too.
    private static string Rule(string path) => path == "/" ? "PathPrefix(`/`)" : $"Path(`{path}`) || PathPrefix(`{path}/`)";

    private static string Name(Route route) => route.Path == "/" ? "root" : route.Path.Trim('/').Replace('/', '-').Replace('.', '-').ToLowerInvariant();
}
