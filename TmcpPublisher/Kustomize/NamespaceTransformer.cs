using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Puts every object of a kustomization into its namespace.</summary>
internal static class NamespaceTransformer
{
    // A kind that kustomize does not know counts as namespaced: custom resources of a whole cluster must not be below a 'namespace'.
    private static readonly HashSet<string> ClusterKinds = new(StringComparer.Ordinal)
    {
        "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "IngressClass", "MutatingWebhookConfiguration", "Node", "PersistentVolume",
        "PriorityClass", "RuntimeClass", "StorageClass", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration",
    };

    internal static void Apply(string? name, IReadOnlyList<KubeObject> objects)
    {
        if (name is null)
            return;

        var accounts = objects.Where(item => item.Kind == "ServiceAccount").Select(item => (item.Name, item.Namespace)).ToHashSet();
        foreach (var item in objects)
        {
            if (item.Kind == "Namespace")
                item.Name = name;
            else if (!ClusterKinds.Contains(item.Kind))
                item.Namespace = name;
            if (item.Kind is "RoleBinding" or "ClusterRoleBinding")
                MoveSubjects(item, accounts, name);
        }
    }

    // A service account of these objects moves with them, and the default one always; one of another namespace stays where it is.
    private static void MoveSubjects(KubeObject binding, HashSet<(string Name, string? Namespace)> accounts, string name)
    {
        foreach (var subject in binding.Root.Get("subjects").Items().OfType<JsonObject>().Where(subject => subject["kind"].Text() == "ServiceAccount"))
        {
            var account = subject["name"].Text() ?? "";
            if (account == "default" || accounts.Contains((account, subject["namespace"].Text())))
                subject["namespace"] = name;
        }
    }
}
