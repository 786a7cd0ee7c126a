using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Two processes on one database file destroy it.</summary>
internal sealed class SingleWriterRule() : LintRule("single-writer", "a workload with a volume of one writer that may run twice")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var workload in rendering.Workloads.Where(workload => workload.IsService && Writes(workload, rendering)))
        {
            var spec = workload.Object.Root.Get("spec");
            if (workload.Object.Kind != "StatefulSet")
            {
                yield return Report(
                    workload.Object, "kind", $"A {workload.Object.Kind} writes to a volume of one writer: an update runs two pods for a while.", "Make it a StatefulSet of one.");
            }
            else if (spec.Get("replicas").Text() != "1")
            {
                yield return Report(workload.Object, "spec.replicas", $"The replicas are {spec.Get("replicas").Text() ?? "not set"} on a volume of one writer.", "Write 1.");
            }

            if (workload.Object.Kind == "StatefulSet" && rendering.Find("Service", workload.Namespace, spec.Get("serviceName").Text() ?? "") is null)
                yield return Report(workload.Object, "spec.serviceName", $"There is no Service '{spec.Get("serviceName").Text()}'.", "Name the Service of the workload.");
        }
    }

    private static bool Writes(WorkloadView workload, Rendering rendering) => workload.Object.Root.Get("spec", "volumeClaimTemplates").Items().Any()
        || workload.Pod.Get("volumes").Items().Select(volume => volume.Get("persistentVolumeClaim"))
            .Any(claim => claim is not null && !claim.Get("readOnly").IsTrue()
                && rendering.Find("PersistentVolumeClaim", workload.Namespace, claim.Get("claimName").Text() ?? "")?.Root.Get("spec", "accessModes").Texts().Contains("ReadWriteMany") != true);
}
