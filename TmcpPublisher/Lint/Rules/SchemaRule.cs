using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>Every object fits its schema, in its file and as rendered.</summary>
internal sealed class SchemaRule() : LintRule("schema", "an unknown field, a wrong type or a missing value (needs --schemas)")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context) => Check(rendering.Objects, context);

    internal override IEnumerable<Finding> CheckTree(LintContext context) => context.Options.Schemas is null ? [] : Check(ObjectsInFiles(context), context);

    /// <summary>Every document that is an object, kustomizations among them; other YAML, such as values of a chart, is none.</summary>
    internal static IEnumerable<KubeObject> ObjectsInFiles(LintContext context) => context.Files.Paths
        .Where(path => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
        .SelectMany(path => Read(context.Files, path))
        .Where(item => item.ApiVersion.Length > 0 && item.Kind.Length > 0);

    // What cannot be read is a finding of the rendering, or of nobody when nothing includes it.
    private static IReadOnlyList<KubeObject> Read(ObjectFiles files, string path)
    {
        try
        {
            return files.Read(path);
        }
        catch (KustomizeException)
        {
            return [];
        }
    }

    private IEnumerable<Finding> Check(IEnumerable<KubeObject> objects, LintContext context)
        => from item in objects
           let schema = context.Options.Schemas?.Find(item.ApiVersion, item.Kind)
           where schema is not null
           from fault in schema.Check(item.Root)
           select Report(item, fault.Path, $"The value {fault.What}.", $"Write what {item.ApiVersion} {item.Kind} knows.");
}

/// <summary>Every kind is known.</summary>
internal sealed class UnknownKindRule() : LintRule("unknown-kind", "an object of a kind without a schema (needs --schemas)")
{
    internal override IEnumerable<Finding> CheckTree(LintContext context) => context.Options.Schemas is not { } schemas
        ? []
        : SchemaRule.ObjectsInFiles(context).Where(item => schemas.Find(item.ApiVersion, item.Kind) is null).Select(item => Report(
            item,
            "apiVersion",
            $"There is no schema of {item.ApiVersion}/{item.Kind}.",
            NearestName.Find($"{item.ApiVersion}/{item.Kind}", schemas.Kinds) is { } nearest ? $"Did you mean {nearest}?" : "Correct it, or add a schema to the folder."));
}
