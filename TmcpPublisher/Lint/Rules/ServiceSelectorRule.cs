using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A Service has something behind it.</summary>
internal sealed class ServiceSelectorRule() : LintRule("service-selector", "a Service with no pod and no address behind it")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var service in rendering.OfKind("Service").Select(item => new ServiceView(item, rendering)))
        {
            if (service.Selector is { } selector)
            {
                if (!service.Workloads.Any())
                {
                    yield return Report(
                        service.Object,
                        "spec.selector",
                        $"The selector {string.Join(", ", selector.TextMembers().Select(label => $"{label.Key}={label.Value}"))} matches no pod.",
                        "Use the labels of the workload's pods.");
                }
            }
            else if (service.Object.Root.Get("spec", "type").Text() != "ExternalName" && !service.Slices.Any())
            {
                yield return Report(
                    service.Object, "spec", "There is neither a selector nor an EndpointSlice with its name.", "Add one of them, or make it an ExternalName.");
            }
        }
    }
}
