using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A workload selects the pods that it makes.</summary>
internal sealed class TemplateSelectorRule() : LintRule("template-selector", "a workload whose selector does not match its own pods")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => rendering.Workloads.Where(workload => workload.IsService)
            .Select(workload => (workload, selector: workload.Object.Root.Get("spec", "selector")))
            .Where(pair => pair.selector is null || !LabelSelector.Matches(pair.selector, pair.workload.Labels))
            .Select(pair => Report(
                pair.workload.Object,
                "spec.selector",
                $"The selector is {LabelSelector.Describe(pair.selector)}, and the pods do not have these labels.",
                $"Make {pair.workload.TemplatePath}.metadata.labels contain the selector."));
}
