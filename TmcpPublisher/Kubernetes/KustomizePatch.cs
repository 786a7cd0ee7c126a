using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>A change of rendered objects: operations on a target, or an object that is merged into its namesake.</summary>
/// <param name="Kind">Kind of the target; null for a merge, whose object names it.</param>
/// <param name="Name">Exact name of the target; null: every object of the kind.</param>
/// <param name="Body">A list of operations, or the object.</param>
internal sealed record KustomizePatch(string? Kind, string? Name, YamlNode Body)
{
    internal static KustomizePatch Operations(string kind, string? name, params IEnumerable<YamlNode> operations) => new(kind, name, List(operations));

    internal static KustomizePatch Merge(YamlNode body) => new(null, null, body);

    internal static YamlNode Replace(string path, YamlNode value) => Operation("replace", path, value);

    internal static YamlNode Add(string path, YamlNode value) => Operation("add", path, value);

    internal static YamlNode Remove(string path) => Operation("remove", path, null);

    internal YamlNode ToYaml() => Map(
        ("target", Kind is null ? null : Map(("kind", Text(Kind)), ("name", TextOrNull(Name)))),
        ("patch", Text(YamlWriter.Write(Body))));

    private static YamlMappingNode Operation(string operation, string path, YamlNode? value)
        => Map(("op", Text(operation)), ("path", Text(path)), ("value", value));
}
