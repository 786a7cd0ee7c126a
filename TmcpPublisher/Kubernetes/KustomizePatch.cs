using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>A change of rendered objects: operations on a target, or an object that is left out.</summary>
/// <param name="Kind">Kind of the target; null: the body names the object.</param>
/// <param name="Name">Exact name of the target; null: every object of the kind.</param>
/// <param name="Body">A list of operations, or the object to leave out.</param>
internal sealed record KustomizePatch(string? Kind, string? Name, YamlNode Body)
{
    internal static KustomizePatch Operations(string kind, string? name, params IEnumerable<YamlNode> operations) => new(kind, name, List(operations));

    /// <summary>Leaves an object of the base out.</summary>
    internal static KustomizePatch Delete(string apiVersion, string kind, string name) => new(null, null, Map(
        ("apiVersion", Text(apiVersion)), ("kind", Text(kind)), ("metadata", KubernetesObject.Metadata(name)), ("$patch", Text("delete"))));

    internal static YamlNode Replace(string path, YamlNode value) => Operation("replace", path, value);

    internal static YamlNode Add(string path, YamlNode value) => Operation("add", path, value);

    internal static YamlNode Remove(string path) => Operation("remove", path, null);

    internal YamlNode ToYaml() => Map(
        ("target", Kind is null ? null : Map(("kind", Text(Kind)), ("name", TextOrNull(Name)))),
        ("patch", Text(YamlWriter.Write(Body))));

    private static YamlMappingNode Operation(string operation, string path, YamlNode? value)
        => Map(("op", Text(operation)), ("path", Text(path)), ("value", value));
}
