using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Secrets;

/// <summary>ExternalSecrets: they name keys of the store and hold no value.</summary>
internal static class ExternalSecretObjects
{
    internal static IReadOnlyList<YamlNode> For(WorkloadSecrets secrets) => [.. secrets.Sets.Select(Create)];

    /// <summary>An ExternalSecret of any set of keys.</summary>
    internal static YamlNode Create(SecretSet set) => KubernetesObject.Create(
        "external-secrets.io/v1",
        "ExternalSecret",
        KubernetesObject.Metadata(set.Name),
        ("spec", Map(
            ("refreshPolicy", Text("Periodic")),
            ("refreshInterval", Text("1h0m0s")),
            ("secretStoreRef", Map(("kind", Text("ClusterSecretStore")), ("name", Text(SharedNames.SecretStore)))),
            ("target", Map(
                ("name", Text(set.SecretName)),
                ("creationPolicy", Text("Owner")),
                ("deletionPolicy", Text("Retain")),
                ("template", set.Encoded.Count == 0 ? null : Template(set.Encoded)))),
            ("data", List(set.Data.Select(datum => Map(
                ("secretKey", Text(datum.Key)),
                ("remoteRef", Map(("key", Text(datum.Home.Key)), ("property", Text(datum.Home.Property)))))))))));

    /// <summary>Changes of the keys that lie elsewhere in an environment.</summary>
    internal static KustomizePatch? Move(SecretSet set, string from, string to)
    {
        var operations = set.Data
            .Select((datum, index) => (Index: index, datum.Home.Key, Moved: Moved(datum.Home, from, to)))
            .Where(entry => entry.Key != entry.Moved)
            .Select(entry => KustomizePatch.Replace($"/spec/data/{entry.Index}/remoteRef/key", Text(entry.Moved)))
            .ToList();
        return operations.Count == 0 ? null : KustomizePatch.Operations("ExternalSecret", set.Name, operations);
    }

    /// <summary>The key of a home in an environment: the environment's path instead of the prefix.</summary>
    internal static string Moved(SecretHome home, string from, string to)
        => home.Key.StartsWith(from + "/", StringComparison.Ordinal) ? to + home.Key[from.Length..] : home.Key;

    // urlquery writes a blank as "+", which only a query string reads as a blank.
    private static YamlMappingNode Template(IReadOnlyList<KeyValuePair<string, string>> encoded) => Map(
        ("engineVersion", Text("v2")),
        ("mergePolicy", Text("Merge")),
        ("data", Map(encoded.Select(entry => (entry.Key, (YamlNode?)Text($"{{{{ index . \"{entry.Value}\" | urlquery | replace \"+\" \"%20\" }}}}"))))));
}
