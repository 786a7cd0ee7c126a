using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Nothing is reachable from outside but what the tree routes: the webhook of the AIOps agent above all.</summary>
internal sealed class ExposureCheck() : ClusterCheck("exposure")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        var meant = RouteBackend.Of(context.Rendering).Select(backend => backend.Service).ToHashSet(StringComparer.Ordinal);
        var present = new List<KubeObject>();
        foreach (var kind in new[] { "ingressroute.traefik.io", "ingress.networking.k8s.io" })
        {
            var list = await context.ListAsync(kind, null, cancellationToken);
            if (!list.Succeeded)
                results.Add(Note(kind, $"It cannot be listed: {list.Error}.", "Give your account the right to list it in every namespace."));
            present.AddRange(list.Items);
        }

        // Routes of other namespaces may lead here too.
        var routes = RouteBackend.Of(new Rendering("cluster", present, isTrial: false)).Where(backend => (backend.Namespace ?? "default") == context.Namespace).ToList();
        foreach (var route in routes.Where(route => !meant.Contains(route.Service)))
            results.Add(Fail($"Service {route.Service}", $"{route.Route.Kind} {route.Route.Namespace}/{route.Route.Name} leads to it from outside, and the tree does not.", "Remove that route: what is not routed in the tree is for inside only."));

        var services = await context.ListAsync("service", context.Namespace, cancellationToken);
        foreach (var service in services.Items.Where(service => service.Root.Get("spec", "type").Text() is "NodePort" or "LoadBalancer"))
            results.Add(Fail($"Service {service.Name}", $"It is a {service.Root.Get("spec", "type").Text()}: every node answers for it.", "Make it a ClusterIP."));

        foreach (var hidden in context.Rendering.OfKind("Service").Where(service => !meant.Contains(service.Name) && results.TrueForAll(result => result.Subject != $"Service {service.Name}")))
            results.Add(Pass($"Service {hidden.Name}", "It is reachable from inside only."));
        return results;
    }
}
