using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A pod names an object that the same folder makes.</summary>
/// <param name="kind">The kind that is named.</param>
internal abstract class PodReferenceRule(string id, string summary, string kind, string remedy) : LintRule(id, summary)
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var workload in rendering.Workloads)
        {
            foreach (var reference in PodReference.Of(workload).Where(reference => reference.Kind == kind && !reference.IsOptional))
            {
                if (!Exists(rendering, workload.Namespace, reference.Name, context))
                    yield return Report(workload.Object, reference.Path, $"There is no {kind} '{reference.Name}': the pod would not start.", remedy);
                else if (reference.Key is not null && Keys(rendering, workload.Namespace, reference.Name) is { } keys && !keys.Contains(reference.Key))
                    yield return Report(workload.Object, reference.Path, $"The {kind} '{reference.Name}' has no key '{reference.Key}'; it has {string.Join(", ", keys)}.", remedy);
            }
        }
    }

    protected virtual bool Exists(Rendering rendering, string? @namespace, string name, LintContext context) => rendering.Find(kind, @namespace, name) is not null;

    /// <summary>Null: unknown.</summary>
    protected virtual IReadOnlyCollection<string>? Keys(Rendering rendering, string? @namespace, string name) => null;
}

internal sealed class ConfigMapReferenceRule() : PodReferenceRule(
    "config-map-reference", "a pod that reads a ConfigMap or a key that is not there", "ConfigMap", "Add it to a configMapGenerator, or correct the name.")
{
    protected override IReadOnlyCollection<string>? Keys(Rendering rendering, string? @namespace, string name)
        => rendering.Find("ConfigMap", @namespace, name)!.Root.Get("data").Members().Select(member => member.Key).ToList();
}

internal sealed class SecretReferenceRule() : PodReferenceRule(
    "secret-reference", "a pod that reads a Secret or a key that no ExternalSecret makes", "Secret", "Add it to the ExternalSecret of the workload, or mark the reference optional.")
{
    protected override bool Exists(Rendering rendering, string? @namespace, string name, LintContext context)
        => rendering.Secrets(@namespace, name).Any() || context.Options.OutsideSecrets.Contains(name);

    protected override IReadOnlyCollection<string>? Keys(Rendering rendering, string? @namespace, string name)
        => rendering.Secrets(@namespace, name).FirstOrDefault()?.Keys;
}

internal sealed class ClaimReferenceRule() : PodReferenceRule(
    "claim-reference", "a pod that mounts a PersistentVolumeClaim that is not there", "PersistentVolumeClaim", "Add the claim, or correct the name.");

internal sealed class ServiceAccountReferenceRule() : PodReferenceRule(
    "service-account-reference", "a pod that runs as a ServiceAccount that is not there", "ServiceAccount", "Add the ServiceAccount to the same namespace, or correct the name.")
{
    protected override bool Exists(Rendering rendering, string? @namespace, string name, LintContext context)
        => name == "default" || base.Exists(rendering, @namespace, name, context);
}
