using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Objects that kustomize or the cluster would take for one.</summary>
internal sealed class DuplicateObjectRule() : LintRule("duplicate-object", "two objects of one kind and name, or two that make the same Secret")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var group in rendering.ByName.Where(group => group.Count() > 1))
        {
            yield return Report(
                group.Last(), "metadata.name", $"There are {group.Count()} objects of this kind and name, another in {group.First().File}.", "Rename or remove one.");
        }

        foreach (var group in rendering.Objects.Select(SecretView.Create).OfType<SecretView>()
            .GroupBy(secret => (secret.Producer.Namespace, secret.Name)).Where(group => group.Count() > 1))
        {
            yield return Report(
                group.Last().Producer,
                "spec.target.name",
                $"The Secret '{group.Key.Name}' is made by {string.Join(" and ", group.Select(secret => secret.Producer.ToString()))}.",
                "Give each its own Secret, or put the keys into one ExternalSecret.");
        }
    }
}
