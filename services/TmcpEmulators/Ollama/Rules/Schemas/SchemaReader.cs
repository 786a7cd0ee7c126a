using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Reads the places of a JSON schema: references, combinations, types.</summary>
internal sealed class SchemaReader(JsonNode root)
{
    /// <summary>Deeper than this only what is required is written, so that a recursive schema ends.</summary>
    public const int ComfortableDepth = 6;

    // References are followed and combinations joined; of alternatives the first is taken, when deep the first that does not refer back.
    public JsonObject Merge(JsonObject schema, int depth)
    {
        for (var round = 0; round < 20; round++)
        {
            if (JsonText.StringOrNull(schema["$ref"]) is { } reference)
                schema = Join(Without(schema, "$ref"), Resolve(reference));
            else if (schema["allOf"] is JsonArray all)
                schema = all.OfType<JsonObject>().Aggregate(Without(schema, "allOf"), (joined, part) => Join(joined, part));
            else if (schema["anyOf"] is JsonArray { Count: > 0 } any)
                schema = Join(Without(schema, "anyOf"), Alternative(any, depth));
            else if (schema["oneOf"] is JsonArray { Count: > 0 } one)
                schema = Join(Without(schema, "oneOf"), Alternative(one, depth));
            else
                break;
        }

        return schema;
    }

    private static JsonObject Alternative(JsonArray alternatives, int depth)
    {
        var objects = alternatives.OfType<JsonObject>().ToList();
        var simple = depth >= ComfortableDepth ? objects.Find(option => JsonText.StringOrNull(option["type"]) is "null" or "string" or "integer" or "number" or "boolean") : null;
        return simple ?? objects.Find(option => JsonText.StringOrNull(option["type"]) != "null") ?? objects.FirstOrDefault() ?? [];
    }

    private JsonObject Resolve(string reference)
    {
        JsonNode? node = root;
        if (!reference.StartsWith('#'))
            return [];
        foreach (var part in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = (node as JsonObject)?[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        return node as JsonObject ?? [];
    }

    private static JsonObject Without(JsonObject schema, string keyword)
    {
        var copy = schema.DeepClone().AsObject();
        copy.Remove(keyword);
        return copy;
    }

    private static JsonObject Join(JsonObject left, JsonObject right)
    {
        var joined = left.DeepClone().AsObject();
        foreach (var (keyword, value) in right)
        {
            joined[keyword] = (joined[keyword], value) switch
            {
                (JsonObject mine, JsonObject other) => Join(mine, other),
                (JsonArray mine, JsonArray other) when keyword == "required" =>
                    new JsonArray([.. mine.Concat(other).Select(JsonText.StringOrNull).OfType<string>().Distinct().Select(text => JsonValue.Create(text))]),
                (JsonValue mine, JsonValue other) when keyword.StartsWith("min", StringComparison.Ordinal) => Numbers.Larger(mine, other),
                (JsonValue mine, JsonValue other) when keyword.StartsWith("max", StringComparison.Ordinal) => Numbers.Smaller(mine, other),
                _ => value?.DeepClone(),
            };
        }

        return joined;
    }

    public static string? TypeOf(JsonObject schema)
    {
        var type = schema["type"] is JsonArray several
            ? several.Select(JsonText.StringOrNull).FirstOrDefault(name => name != "null") ?? "null"
            : JsonText.StringOrNull(schema["type"]);
        return type ?? (schema.ContainsKey("properties") || schema.ContainsKey("required") || schema.ContainsKey("additionalProperties") ? "object"
            : schema.ContainsKey("items") || schema.ContainsKey("prefixItems") ? "array"
            : schema.ContainsKey("minimum") || schema.ContainsKey("maximum") ? "number" : "string");
    }
}
