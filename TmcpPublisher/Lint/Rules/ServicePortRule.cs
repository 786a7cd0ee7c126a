using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A Service sends to a port that a container opens.</summary>
internal sealed class ServicePortRule() : LintRule("service-port", "a Service whose target port no container has")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var service in rendering.OfKind("Service").Select(item => new ServiceView(item, rendering)))
        {
            foreach (var (index, port) in service.Ports.Index())
            {
                foreach (var workload in service.Workloads.Where(workload => !workload.Ports.Any(own => own.Is(port.Target) && own.Protocol == port.Protocol)))
                {
                    yield return Report(
                        service.Object,
                        $"spec.ports[{index}].targetPort",
                        $"The target port '{port.Target}' ({port.Protocol}) is no port of {workload.Object}.",
                        $"Use {string.Join(" or ", workload.Ports.Select(own => own.Name ?? $"{own.Number}").DefaultIfEmpty("a port that it declares"))}.");
                }

                foreach (var slice in service.Selector is null ? service.Slices : [])
                {
                    if (!slice.Root.Get("ports").Items().Any(own => own.Get("name").Text() == port.Name && own.Get("port").Text() == port.Target))
                    {
                        yield return Report(
                            service.Object, $"spec.ports[{index}]", $"The port '{port.Name}' to {port.Target} is not in {slice}.", "Give both the same names and ports.");
                    }
                }
            }
        }
    }
}
