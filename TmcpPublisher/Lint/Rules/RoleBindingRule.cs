using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Whom a role is given to, and which.</summary>
internal sealed class RoleBindingRule() : LintRule("role-binding", "a binding of a role or a ServiceAccount that is not there, or is in another namespace")
{
    // Roles of every cluster.
    private static readonly HashSet<string> Given = new(StringComparer.Ordinal) { "view", "edit", "admin", "cluster-admin", "system:auth-delegator" };

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var binding in rendering.OfKind("RoleBinding").Concat(rendering.OfKind("ClusterRoleBinding")))
        {
            var role = binding.Root.Get("roleRef");
            var kind = role.Get("kind").Text() ?? "";
            var name = role.Get("name").Text() ?? "";
            var isThere = Given.Contains(name) || context.Find(kind, kind == "ClusterRole" ? null : binding.Namespace, name) is not null;
            if (!isThere)
                yield return Report(binding, "roleRef.name", $"There is no {kind} '{name}'.", "Add the role beside the binding, or correct the name.");

            foreach (var (index, subject) in binding.Root.Get("subjects").Items().Index())
            {
                var account = subject.Get("name").Text() ?? "";
                var home = subject.Get("namespace").Text() ?? binding.Namespace;
                if (subject.Get("kind").Text() != "ServiceAccount" || account == "default" || context.ChartNamespaces.Contains(home ?? ""))
                    continue;
                if (context.Find("ServiceAccount", home, account) is null)
                    yield return Report(binding, $"subjects[{index}]", $"There is no ServiceAccount '{account}' in the namespace '{home}'.", "Name the account that the workload runs as, in its own namespace.");
            }
        }
    }
}
