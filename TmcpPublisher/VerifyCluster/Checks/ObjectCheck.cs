using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Every object of the overlay is in the cluster.</summary>
internal sealed class ObjectCheck() : ClusterCheck("objects")
{
    // Workloads and secrets are looked at closer by checks of their own.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal) { "Deployment", "StatefulSet", "DaemonSet", "ExternalSecret" };

    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var kind in context.Rendering.Objects.Where(item => !Elsewhere.Contains(item.Kind)).GroupBy(item => (Name: KubectlClient.KindName(item), item.Kind, item.Namespace)))
        {
            var list = await context.ListAsync(kind.Key.Name, kind.Key.Namespace, cancellationToken);
            var present = list.Items.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
            var missing = kind.Where(item => !present.Contains(item.Name)).ToList();
            results.AddRange(list.Succeeded
                ? missing.Select(item => Fail($"{item.Kind} {item.Name}", "It is not there.", Remedy(item)))
                : [Fail(kind.Key.Kind, $"The cluster cannot list this kind: {list.Error}.", "Install what defines it, or give your account the right to list it.")]);
            if (list.Succeeded && missing.Count == 0)
                results.Add(Pass(kind.Key.Kind, $"All {kind.Count()} are there."));
        }

        return results;
    }

    private static string Remedy(KubeObject item) => item.Kind is "EndpointSlice"
        ? "Argo CD leaves slices out by default: apply argocd/bootstrap, whose argocd-cm lets them in, and sync again."
        : "Look at the application of the environment in Argo CD, and sync it.";
}
