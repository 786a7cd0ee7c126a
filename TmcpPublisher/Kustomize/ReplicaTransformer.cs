namespace Tmcp.Publisher.Kustomize;

/// <summary>Sets the replicas of workloads by name.</summary>
internal static class ReplicaTransformer
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "name", "count" };

    internal static void Apply(Kustomization kustomization, IReadOnlyList<KubeObject> objects)
    {
        foreach (var (index, entry) in kustomization.Root.Get("replicas").Items().Index())
        {
            Kustomization.RequireFields(kustomization.File, entry, $"replicas[{index}].", Fields);
            var targets = objects.Where(item => item.Kind is "Deployment" or "StatefulSet" or "ReplicaSet" && item.OriginalName == entry.Get("name").Text()).ToList();
            if (targets.Count == 0)
            {
                throw new KustomizeException(
                    kustomization.File, $"replicas[{index}] names '{entry.Get("name").Text()}', which is no workload here.", "Correct the name.");
            }

            foreach (var target in targets)
                target.Root.Ensure("spec")["replicas"] = entry.Get("count")?.DeepClone();
        }
    }
}
