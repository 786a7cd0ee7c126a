using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>The version of secret objects that the operator still serves.</summary>
internal sealed class SecretVersionRule() : LintRule("secret-version", "an object of External Secrets in a version that is no longer served")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context) => rendering.Objects
        .Where(item => item.Group == "external-secrets.io" && item.Kind is "ExternalSecret" or "ClusterExternalSecret" or "SecretStore" or "ClusterSecretStore" && item.Version != "v1")
        .Select(item => Report(item, "apiVersion", $"The version is '{item.ApiVersion}', which current operators do not serve.", "Write external-secrets.io/v1."));
}

/// <summary>What must survive when it disappears from Git.</summary>
internal sealed class PruneProtectionRule() : LintRule("prune-protection", "a claim or a namespace that Argo CD may delete")
{
    private const string Annotation = "argocd.argoproj.io/sync-options";

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context) => rendering.Objects
        .Where(item => item.Kind is "PersistentVolumeClaim" or "Namespace")
        .Where(item => !(item.Annotations.GetValueOrDefault(Annotation) ?? "").Split(',').Select(option => option.Trim()).Contains("Prune=false"))
        .Select(item => Report(
            item, $"metadata.annotations.{Annotation}", "Removed from Git, it would be deleted with everything in it.", "Add Prune=false,Delete=false."));
}
