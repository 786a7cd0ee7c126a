using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>A Secret that an object of the tree makes.</summary>
/// <param name="Producer">The ExternalSecret, or the Secret itself.</param>
/// <param name="Name">Name of the Secret.</param>
/// <param name="Keys">Null: they come from the store and nobody can see them here.</param>
internal sealed record SecretView(KubeObject Producer, string Name, IReadOnlySet<string>? Keys)
{
    internal static SecretView? Create(KubeObject item) => item.Kind switch
    {
        "ExternalSecret" => new SecretView(item, item.Root.Get("spec", "target", "name").Text() ?? item.Name, ExternalKeys(item)),
        "Secret" => new SecretView(
            item, item.Name, item.Root.Get("data").Members().Concat(item.Root.Get("stringData").Members()).Select(member => member.Key).ToHashSet(StringComparer.Ordinal)),
        _ => null,
    };

    // A template replaces the keys of the store unless it says that it merges.
    private static HashSet<string>? ExternalKeys(KubeObject item)
    {
        var template = item.Root.Get("spec", "target", "template");
        if (item.Root.Get("spec", "dataFrom").Items().Any() || template.Get("templateFrom") is not null)
            return null;

        var templated = template.Get("data").Members().Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        if (templated.Count == 0 || template.Get("mergePolicy").Text() == "Merge")
            templated.UnionWith(item.Root.Get("spec", "data").Items().Select(entry => entry.Get("secretKey").Text()).OfType<string>());
        return templated;
    }
}
