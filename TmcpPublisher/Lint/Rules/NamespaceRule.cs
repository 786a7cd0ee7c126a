using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Each environment has a namespace, and has it alone.</summary>
internal sealed class NamespaceRule() : LintRule("namespace", "an object without a namespace, in a namespace that nothing makes, or in that of another environment")
{
    // They are there before anything is deployed.
    private static readonly HashSet<string> Given = new(StringComparer.Ordinal) { "argocd", "default", "kube-system", "kube-public", "kube-node-lease" };

    private static readonly HashSet<string> ClusterKinds = new(StringComparer.Ordinal)
    {
        "ClusterRole", "ClusterRoleBinding", "ClusterSecretStore", "ClusterExternalSecret", "CustomResourceDefinition", "IngressClass", "Namespace",
        "PersistentVolume", "PriorityClass", "StorageClass",
    };

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        if (rendering.IsTrial)
            yield break;

        foreach (var item in rendering.Objects)
        {
            if (ClusterKinds.Contains(item.Kind))
            {
                if (item.Namespace is not null)
                    yield return Report(item, "metadata.namespace", $"A {item.Kind} belongs to the whole cluster and has the namespace '{item.Namespace}'.", "Move it to a folder without 'namespace'.");
            }
            else if (item.Namespace is null)
            {
                yield return Report(item, "metadata.namespace", "There is no namespace: it would land wherever the client points.", "Set 'namespace' in the kustomization of the overlay.");
            }
        }

        var unmade = rendering.Objects.Select(item => item.Namespace).OfType<string>().Distinct().Where(name => !Given.Contains(name) && !context.Namespaces.Contains(name));
        foreach (var name in unmade)
        {
            yield return Report(
                $"{rendering.Folder}/kustomization.yaml",
                "namespace",
                $"Nothing makes the namespace '{name}'.",
                "Add a Namespace below argocd/, or CreateNamespace=true to the Application.");
        }
    }

    internal override IEnumerable<Finding> CheckTree(LintContext context)
    {
        var overlays = context.Renderings.Where(rendering => rendering.IsOverlay && !rendering.IsTrial);
        var shared = overlays.SelectMany(rendering => rendering.Objects.Select(item => item.Namespace).OfType<string>().Distinct().Select(name => (name, rendering)))
            .GroupBy(pair => pair.name, pair => pair.rendering.Folder).Where(group => group.Count() > 1);
        return shared.Select(group => Report(
            $"{group.Last()}/kustomization.yaml",
            "namespace",
            $"The namespace '{group.Key}' is used by {string.Join(" and ", group)}.",
            "Give each environment its own: they would overwrite each other."));
    }
}
