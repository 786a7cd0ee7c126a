using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>An ExternalSecret reads a store that serves its namespace.</summary>
internal sealed class SecretStoreRule() : LintRule("secret-store", "an ExternalSecret of a store that is not there or does not serve its namespace")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var secret in rendering.OfKind("ExternalSecret"))
        {
            var reference = secret.Root.Get("spec", "secretStoreRef");
            var kind = reference.Get("kind").Text() ?? "SecretStore";
            var name = reference.Get("name").Text() ?? "";
            var store = kind == "SecretStore"
                ? rendering.Find(kind, secret.Namespace, name)
                : context.Find(kind, null, name);
            if (store is null)
            {
                yield return Report(secret, "spec.secretStoreRef", $"There is no {kind} '{name}'.", "Add it below platform/, or correct the name.");
                continue;
            }

            var served = store.Root.Get("spec", "conditions").Items().SelectMany(condition => condition.Get("namespaces").Texts()).ToList();
            if (!rendering.IsTrial && served.Count > 0 && !served.Contains(secret.Namespace ?? ""))
                yield return Report(store, "spec.conditions", $"The store does not serve the namespace '{secret.Namespace}' of {secret}.", "Add the namespace.");
        }
    }
}
