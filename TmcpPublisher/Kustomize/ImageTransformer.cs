using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Replaces name, tag and digest of images.</summary>
internal static class ImageTransformer
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "name", "newName", "newTag", "digest" };

    internal static void Apply(Kustomization kustomization, IReadOnlyList<KubeObject> objects)
    {
        var entries = kustomization.Root.Get("images").Items().ToList();
        foreach (var (index, entry) in entries.Index())
            Kustomization.RequireFields(kustomization.File, entry, $"images[{index}].", Fields);
        if (entries.Count == 0)
            return;

        var byName = entries.ToLookup(entry => entry.Get("name").Text() ?? "");
        foreach (var container in objects.SelectMany(item => PodSpecs.Containers(PodSpecs.Find(item))))
            Apply(container, byName);
    }

    private static void Apply(JsonObject container, ILookup<string, JsonNode?> entries)
    {
        if (container["image"].Text() is not { } text)
            return;

        var image = ImageReference.Parse(text);
        foreach (var entry in entries[image.Name])
        {
            var tag = entry.Get("newTag").Text();
            var digest = entry.Get("digest").Text();
            container["image"] = new ImageReference(
                entry.Get("newName").Text() ?? image.Name,
                tag is null && digest is null ? image.Tag : tag,
                tag is null && digest is null ? image.Digest : digest).ToString();
        }
    }
}
