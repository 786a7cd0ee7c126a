using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A route leads to a port of a Service.</summary>
internal sealed class RouteServiceRule() : LintRule("route-service", "a route to a Service or a port that is not there")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var backend in RouteBackend.Of(rendering))
        {
            if (backend.Find(context) is not { } service)
            {
                yield return Report(backend.Route, backend.Path, $"There is no Service '{backend.Service}'.", "Add the resource that it belongs to, or remove the route.");
            }
            else if (!service.Ports.Any(port => port.Is(backend.Port)))
            {
                yield return Report(
                    backend.Route,
                    backend.Path,
                    $"The Service '{backend.Service}' has no port '{backend.Port}'; it has {string.Join(", ", service.Ports.Select(port => port.Number))}.",
                    "Use a port of the Service.");
            }
        }
    }
}

/// <summary>Requests from outside reach the pods behind a route.</summary>
internal sealed class RoutePolicyRule() : LintRule("route-policy", "a route to pods that no policy opens to the ingress controller")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var backend in RouteBackend.Of(rendering))
        {
            if (backend.Find(context) is not { } service || service.Ports.FirstOrDefault(port => port.Is(backend.Port)) is not { } port)
                continue;

            foreach (var workload in service.Workloads)
            {
                if (workload.Ports.FirstOrDefault(own => own.Is(port.Target)) is { } target && !service.Rendering.Policies.PermitsOtherNamespaces(workload, target))
                {
                    yield return Report(
                        backend.Route,
                        backend.Path,
                        $"No NetworkPolicy lets pods of another namespace call port {target.Number} of {workload.Object}.",
                        "Admit the ingress controller in the policy of the workload, or remove the route.");
                }
            }
        }
    }
}
