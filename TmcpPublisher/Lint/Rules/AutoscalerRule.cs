using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>What an autoscaler needs.</summary>
internal sealed class AutoscalerRule() : LintRule("autoscaler", "an autoscaler without its target, beside fixed replicas, or without a request to measure by")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var scaler in rendering.OfKind("HorizontalPodAutoscaler"))
        {
            var target = scaler.Root.Get("spec", "scaleTargetRef");
            var kind = target.Get("kind").Text() ?? "";
            var name = target.Get("name").Text() ?? "";
            var workload = rendering.Workloads.FirstOrDefault(candidate => candidate.Object.Kind == kind && candidate.Object.Name == name && candidate.Namespace == scaler.Namespace);
            if (workload is null)
            {
                yield return Report(scaler, "spec.scaleTargetRef", $"There is no {kind} '{name}'.", "Correct the target, or remove the autoscaler.");
                continue;
            }

            if (workload.Object.Root.Get("spec", "replicas") is not null)
                yield return Report(workload.Object, "spec.replicas", $"The replicas are fixed while {scaler} sets them: every sync would reset them.", "Remove 'replicas' with a patch beside the autoscaler.");
            foreach (var container in workload.Containers.Where(container => !container.IsInit && container.Root.Get("resources", "requests", "cpu") is null))
                yield return Report(workload.Object, $"{container.Path}.resources.requests.cpu", $"There is no CPU request, which {scaler} measures by.", "Add it.");
        }
    }
}

/// <summary>What a disruption budget protects.</summary>
internal sealed class DisruptionBudgetRule() : LintRule("disruption-budget", "a disruption budget that matches nothing, or blocks every drain of a node")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var budget in rendering.OfKind("PodDisruptionBudget"))
        {
            var selector = budget.Root.Get("spec", "selector");
            var workloads = rendering.Select(selector, budget.Namespace).Where(workload => workload.IsService).ToList();
            if (workloads.Count == 0)
                yield return Report(budget, "spec.selector", $"The selector {LabelSelector.Describe(selector)} matches no pod.", "Use the labels of the workload's pods.");
            foreach (var workload in workloads.Where(workload => Replicas(workload, rendering) < 2))
                yield return Report(budget, "spec", $"{workload.Object} runs once: the budget would block every drain of its node.", "Remove the budget, or run two.");
        }
    }

    private static int Replicas(WorkloadView workload, Rendering rendering) => rendering.OfKind("HorizontalPodAutoscaler")
        .Where(scaler => scaler.Root.Get("spec", "scaleTargetRef", "name").Text() == workload.Object.Name)
        .Select(scaler => scaler.Root.Get("spec", "minReplicas").Integer() ?? 1)
        .FirstOrDefault(workload.Object.Root.Get("spec", "replicas").Integer() ?? 1);
}
