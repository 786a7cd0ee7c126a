using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>A kustomization file. Members that are empty are not written.</summary>
internal sealed record Kustomization
{
    /// <summary>Whether others include it as a component.</summary>
    internal bool IsComponent { get; init; }

    internal string? Namespace { get; init; }

    internal IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    internal IReadOnlyList<string> Resources { get; init; } = [];

    internal IReadOnlyList<string> Components { get; init; } = [];

    internal IReadOnlyList<ImageOverride> Images { get; init; } = [];

    internal IReadOnlyList<GeneratedConfig> ConfigMaps { get; init; } = [];

    internal IReadOnlyList<KustomizePatch> Patches { get; init; } = [];

    internal YamlMappingNode ToYaml() => Map(
        ("apiVersion", Text(IsComponent ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1")),
        ("kind", Text(IsComponent ? "Component" : "Kustomization")),
        ("namespace", TextOrNull(Namespace)),
        ("labels", Labels.Count == 0 ? null : List(Map(("pairs", Map(Labels)), ("includeTemplates", Flag(true))))),
        ("resources", TextsOrNull(Resources)),
        ("components", TextsOrNull(Components)),
        ("images", ListOrNull(Images.Select(image => image.ToYaml()))),
        ("configMapGenerator", ListOrNull(ConfigMaps.Select(map => map.ToYaml()))),
        ("patches", ListOrNull(Patches.Select(patch => patch.ToYaml()))));

    private static YamlSequenceNode? TextsOrNull(IReadOnlyList<string> texts) => texts.Count == 0 ? null : Texts(texts);
}

/// <summary>What an environment runs instead of the tag in the base.</summary>
internal sealed record ImageOverride(string Name, string Tag, string? Digest)
{
    internal YamlNode ToYaml() => Map(("name", Text(Name)), ("newTag", Text(Tag)), ("digest", TextOrNull(Digest)));
}

/// <summary>A ConfigMap that kustomize makes, with the hash of its content in its name.</summary>
/// <param name="Merge">Whether it adds to the map of the base.</param>
internal sealed record GeneratedConfig(string Name, bool Merge, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    // kustomize takes one pair of double quotes off a literal and reads the rest as it is: nothing in a value needs an escape.
    internal YamlNode ToYaml() => Map(
        ("name", Text(Name)),
        ("behavior", Merge ? Text("merge") : null),
        ("literals", ListOrNull(Values.Select(value => Text($"{value.Key}=\"{value.Value}\"")))));
}
