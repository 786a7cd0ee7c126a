using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Elasticsearch.Hosting;

/// <summary>Reads values of requests, with errors that name the place.</summary>
internal static class JsonExtensions
{
    public static JsonObject AsObject(this JsonNode? node, string where) =>
        node as JsonObject ?? throw ElasticsearchError.Parsing($"[{where}] query malformed, no start_object after query name");

    /// <summary>The one property of an object such as <c>{"term": {…}}</c>.</summary>
    public static (string Name, JsonNode? Value) Single(this JsonObject node, string where) => node.Count == 1
        ? (node.First().Key, node.First().Value)
        : throw ElasticsearchError.Parsing($"[{where}] expects exactly one field, found [{string.Join(", ", node.Select(item => item.Key))}]");

    /// <summary>One or several of something.</summary>
    public static IReadOnlyList<JsonNode?> Many(this JsonNode? node) => node switch
    {
        null => Array.Empty<JsonNode?>(),
        JsonArray items => items.ToArray(),
        _ => new[] { node },
    };

    /// <summary>Any plain value as text.</summary>
    public static string Text(this JsonNode? node, string where) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value => value.ToJsonString(),
        _ => throw ElasticsearchError.Parsing($"[{where}] expects a plain value"),
    };

    public static long Whole(this JsonNode? node, string where) =>
        node is JsonValue && double.TryParse(node.Text(where), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < long.MaxValue
            ? (long)number
            : throw ElasticsearchError.Parsing($"[{where}] expects a whole number");

    public static bool Flag(this JsonNode? node, string where) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse((string?)node, out var given) => given,
        _ => throw ElasticsearchError.Parsing($"[{where}] expects true or false"),
    };

    /// <summary>Refuses what a part does not understand, by name.</summary>
    public static void Allow(this JsonObject node, string where, params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in node)
        {
            if (!names.Contains(name))
                throw ElasticsearchError.Parsing($"[{where}] unknown field [{name}]");
        }
    }
}
