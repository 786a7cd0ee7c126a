using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>Where a route leads.</summary>
/// <param name="Rendering">Where the route is.</param>
/// <param name="Route">An IngressRoute or an Ingress.</param>
/// <param name="Path">Where in it.</param>
/// <param name="Port">Name or number.</param>
internal sealed record RouteBackend(Rendering Rendering, KubeObject Route, string Path, string? Namespace, string Service, string? Port)
{
    internal static IEnumerable<RouteBackend> Of(Rendering rendering)
        => rendering.OfKind("IngressRoute").SelectMany(route => OfTraefik(rendering, route)).Concat(rendering.OfKind("Ingress").SelectMany(ingress => OfIngress(rendering, ingress)));

    internal ServiceView? Find(LintContext context) => context.FindService(Rendering, Namespace, Service);

    private static IEnumerable<RouteBackend> OfTraefik(Rendering rendering, KubeObject route)
    {
        foreach (var (index, rule) in route.Root.Get("spec", "routes").Items().Index())
        {
            foreach (var (number, service) in rule.Get("services").Items().Index())
            {
                if (service.Get("kind").Text() is null or "Service" && service.Get("name").Text() is { } name)
                    yield return new(rendering, route, $"spec.routes[{index}].services[{number}]", service.Get("namespace").Text() ?? route.Namespace, name, service.Get("port").Text());
            }
        }
    }

    private static IEnumerable<RouteBackend> OfIngress(Rendering rendering, KubeObject ingress)
    {
        foreach (var (index, rule) in ingress.Root.Get("spec", "rules").Items().Index())
        {
            foreach (var (number, path) in rule.Get("http", "paths").Items().Index())
            {
                var service = path.Get("backend", "service");
                if (service.Get("name").Text() is { } name)
                    yield return new(rendering, ingress, $"spec.rules[{index}].http.paths[{number}].backend.service", ingress.Namespace, name, (service.Get("port", "number") ?? service.Get("port", "name")).Text());
            }
        }
    }
}
