using System.Globalization;
using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>The operations of RFC 6902.</summary>
internal static class JsonPatch
{
    internal static void Apply(string file, string place, KubeObject item, JsonNode? operation)
    {
        var patch = new Operation(file, $"{place} on {item}", operation);
        var path = patch.Pointer("path");
        switch (operation.Get("op").Text())
        {
            case "add":
                Add(patch, item.Root, path, operation.Get("value")?.DeepClone());
                break;
            case "remove":
                Remove(patch, item.Root, path);
                break;
            case "replace":
                Remove(patch, item.Root, path);
                Add(patch, item.Root, path, operation.Get("value")?.DeepClone());
                break;
            case "move":
                Add(patch, item.Root, path, Remove(patch, item.Root, patch.Pointer("from")));
                break;
            case "copy":
                Add(patch, item.Root, path, Read(patch, item.Root, patch.Pointer("from"))?.DeepClone());
                break;
            case "test":
                if (!JsonNode.DeepEquals(Read(patch, item.Root, path), operation.Get("value")))
                    throw patch.Error("the value there is another.");
                break;
            case var other:
                throw patch.Error($"there is no operation '{other}'.");
        }
    }

    private static void Add(Operation patch, JsonNode root, string[] path, JsonNode? value)
    {
        switch (Read(patch, root, path[..^1]))
        {
            case JsonObject parent:
                parent[path[^1]] = value;
                break;
            case JsonArray parent when path[^1] == "-":
                parent.Add(value);
                break;
            case JsonArray parent when Index(path[^1]) is { } index && index <= parent.Count:
                parent.Insert(index, value);
                break;
            default:
                throw patch.Error("there is nothing to add it to.");
        }
    }

    private static JsonNode? Remove(Operation patch, JsonNode root, string[] path)
    {
        var value = Read(patch, root, path);
        if (Read(patch, root, path[..^1]) is JsonArray list)
            list.RemoveAt(Index(path[^1])!.Value);
        else
            Read(patch, root, path[..^1])!.AsObject().Remove(path[^1]);
        return value;
    }

    private static JsonNode? Read(Operation patch, JsonNode root, string[] path)
    {
        JsonNode? node = root;
        foreach (var name in path)
        {
            node = node switch
            {
                JsonObject parent when parent.TryGetPropertyValue(name, out var value) => value,
                JsonArray parent when Index(name) is { } index && index < parent.Count => parent[index],
                _ => throw patch.Error($"there is no '{name}'."),
            };
        }

        return node;
    }

    private static int? Index(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private sealed record Operation(string File, string Place, JsonNode? Node)
    {
        // /spec/template/metadata/annotations/example.org~1name
        internal string[] Pointer(string field) => Node.Get(field).Text() is { Length: > 1 } text && text[0] == '/'
            ? text[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray()
            : throw Error($"'{field}' is no JSON pointer below the root.");

        internal KustomizeException Error(string why)
            => new(File, $"{Place}: '{Node.Get("op").Text()}' at '{Node.Get("path").Text()}' fails: {why}", "Correct the patch, or the object that it changes.");
    }
}
