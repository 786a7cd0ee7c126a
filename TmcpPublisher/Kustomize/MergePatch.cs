using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>
/// Merges maps. How kustomize merges two lists depends on the schema of the kind, so a patch that meets a list is refused: operations say
/// the same without a schema.
/// </summary>
internal static class MergePatch
{
    internal static void Apply(string file, string place, KubeObject item, JsonObject patch)
    {
        var content = patch.DeepClone().AsObject();
        content.Remove("apiVersion");
        content.Remove("kind");
        (content["metadata"] as JsonObject)?.Remove("name");
        Merge(file, $"{place} on {item}", item.Root, content);
    }

    private static void Merge(string file, string place, JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch.ToList())
        {
            if (name.StartsWith('$'))
                throw new KustomizeException(file, $"{place} holds the directive '{name}', which is not supported.", "Write operations (op, path, value) instead.");

            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner)
                Merge(file, place, target.Ensure(name), inner);
            else if (value is JsonArray && target[name] is JsonArray)
                throw new KustomizeException(file, $"{place} merges the list '{name}', which is not supported.", "Write operations (op, path, value) instead.");
            else
                target[name] = value.DeepClone();
        }
    }
}
