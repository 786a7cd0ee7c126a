using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A Secret in Git is no secret.</summary>
internal sealed class SecretObjectRule() : LintRule("secret-object", "a Secret with its values in the tree")
{
    internal override IEnumerable<Finding> CheckTree(LintContext context) => SchemaRule.ObjectsInFiles(context)
        .Where(item => item is { Kind: "Secret", ApiVersion: "v1" } && item.Root.Get("data").Members().Concat(item.Root.Get("stringData").Members()).Any())
        .Select(item => Report(item, "data", "The Secret has values, which everybody with the repository can read.", "Make it with an ExternalSecret, and change the values: they are known now."));
}

/// <summary>The values that a test gave to the generator are nowhere.</summary>
internal sealed class SecretMarkerRule() : LintRule("secret-marker", "a secret value that was given to the generator and stands in a file")
{
    internal override IEnumerable<Finding> CheckTree(LintContext context)
        => from path in context.Files.Paths
           from marker in context.Options.Markers.Index()
           where context.Files.Text(path).Contains(marker.Item, StringComparison.Ordinal)
           select Report(path, "", $"The file holds the secret value number {marker.Index + 1} of those that were given.", "Find the renderer that writes the value of a secret parameter.");
}
