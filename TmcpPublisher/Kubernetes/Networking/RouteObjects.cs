using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Networking;

/// <summary>Routes of Traefik.</summary>
internal static class RouteObjects
{
    private const string RedirectMiddleware = "redirect-https";

    /// <summary>The middlewares and the one IngressRoute.</summary>
    internal static IReadOnlyList<YamlNode> All(IReadOnlyList<RouteEntry> routes) => routes.Count == 0 ? [] :
    [
        .. routes.Where(route => route.Strip).Select(route => Middleware(route.Middleware, ("stripPrefix", Map(("prefixes", Texts(route.Path)))))),
        IngressRoute(SharedNames.IngressRoute, "web", routes.Select(route => Rule(route))),
    ];

    /// <summary>What binds the routes to a host and to TLS, and closes some; nothing for an environment that asks for none of it.</summary>
    internal static IReadOnlyList<YamlNode> Changes(IReadOnlyList<RouteEntry> routes, EnvironmentSettings settings)
    {
        var (host, tlsSecret) = (settings.Host, settings.TlsSecret);
        var operations = new List<YamlNode>();
        if (host is not null)
        {
            foreach (var (index, route) in routes.Index())
            {
                operations.Add(KustomizePatch.Replace($"/spec/routes/{index}/match", Text(route.Match(host))));
                operations.Add(KustomizePatch.Replace($"/spec/routes/{index}/priority", Number(route.Priority(hasHost: true))));
            }
        }

        if (tlsSecret is not null)
        {
            operations.Add(KustomizePatch.Replace("/spec/entryPoints", Texts("websecure")));
            operations.Add(KustomizePatch.Add("/spec/tls", Map(("secretName", Text(tlsSecret)))));
        }

        // From the last: each removal moves what follows it.
        operations.AddRange(routes.Index().Where(route => settings.WithoutRoutes.Contains(route.Item.Path)).Reverse()
            .Select(route => KustomizePatch.Remove($"/spec/routes/{route.Index}")));
        return operations;
    }

    /// <summary>Sends plain HTTP to HTTPS: a route with TLS answers nothing else.</summary>
    internal static IReadOnlyList<YamlNode> Redirect(string? host) =>
    [
        Middleware(RedirectMiddleware, ("redirectScheme", Map(("scheme", Text("https")), ("permanent", Flag(true))))),
        IngressRoute(SharedNames.IngressRoute + "-redirect", "web",
        [
            Map(
                ("kind", Text("Rule")),
                ("match", Text(host is null ? "PathPrefix(`/`)" : $"Host(`{host}`)")),
                ("priority", Number(host is null ? 1 : 1001)),
                ("middlewares", List(Map(("name", Text(RedirectMiddleware))))),
                ("services", List(Map(("kind", Text("TraefikService")), ("name", Text("noop@internal")))))),
        ]),
    ];

    private static YamlMappingNode Rule(RouteEntry route) => Map(
        ("kind", Text("Rule")),
        ("match", Text(route.Match(null))),
        ("priority", Number(route.Priority(hasHost: false))),
        ("middlewares", route.Strip ? List(Map(("name", Text(route.Middleware)))) : null),
        ("services", List(Map(("name", Text(route.Service)), ("port", Number(route.ServicePort))))));

    private static YamlMappingNode Middleware(string name, (string Key, YamlNode? Value) does)
        => KubernetesObject.Create("traefik.io/v1alpha1", "Middleware", KubernetesObject.Metadata(name), ("spec", Map(does)));

    private static YamlMappingNode IngressRoute(string name, string entryPoint, IEnumerable<YamlNode> routes) => KubernetesObject.Create(
        "traefik.io/v1alpha1",
        "IngressRoute",
        KubernetesObject.Metadata(name),
        ("spec", Map(("entryPoints", Texts(entryPoint)), ("routes", List(routes)))));
}
