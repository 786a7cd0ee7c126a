using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Walks a JSON schema and builds one instance of it. Understands what structured output uses: see README, "JSON output".</summary>
internal sealed class SchemaFiller(JsonNode root, PromptFacts facts)
{
    // Deeper than this only what is required is written, so that a recursive schema ends.
    private const int ComfortableDepth = 6;
    private const int MaxDepth = 40;
    private const int MaxNodes = 5000;

    private readonly Phrases _phrases = new(facts);
    private int _nodes;

    public JsonNode? Fill() => Fill(root, "", depth: 0);

    private JsonNode? Fill(JsonNode? node, string name, int depth)
    {
        if (++_nodes > MaxNodes || depth > MaxDepth || node is not JsonObject schema)
            return IsFalse(node) ? null : JsonValue.Create(_phrases.Text(name, 0, 200));
        schema = Merge(schema, depth);

        if (schema.TryGetPropertyValue("const", out var constant))
            return constant?.DeepClone();
        if (schema["enum"] is JsonArray { Count: > 0 } values)
            return Choose(values, name)?.DeepClone();
        return TypeOf(schema) switch
        {
            "object" => FillObject(schema, depth),
            "array" => FillArray(schema, name, depth),
            "integer" => Numbers.Choose(schema, _phrases.Number(name), whole: true),
            "number" => Numbers.Choose(schema, _phrases.Number(name), whole: false),
            "boolean" => JsonValue.Create(_phrases.Flag(name)),
            "null" => null,
            _ => JsonValue.Create(Strings.Write(schema, name, _phrases)),
        };
    }

    private JsonObject FillObject(JsonObject schema, int depth)
    {
        var instance = new JsonObject();
        var required = (schema["required"] as JsonArray ?? []).Select(JsonText.StringOrNull).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (name, property) in properties)
        {
            if (!IsFalse(property) && (required.Contains(name) || depth < ComfortableDepth))
                instance[name] = Fill(property, name, depth + 1);
        }

        foreach (var name in required.Where(name => !instance.ContainsKey(name) && !properties.ContainsKey(name)))
            instance[name] = Fill(schema["additionalProperties"] is JsonObject other ? other : [], name, depth + 1);

        var least = Limit(schema, "minProperties", 0);
        for (var i = 1; instance.Count < least && schema["additionalProperties"] is not JsonValue; i++)
            instance[$"property{i}"] = Fill(schema["additionalProperties"] as JsonObject ?? [], $"property{i}", depth + 1);
        return instance;
    }

    private JsonArray FillArray(JsonObject schema, string name, int depth)
    {
        var array = new JsonArray();
        var least = Limit(schema, "minItems", 0);
        var most = Math.Max(least, Limit(schema, "maxItems", Math.Max(least, 3)));
        var count = depth >= ComfortableDepth ? least : Math.Min(most, Math.Max(least, 3));
        var first = schema["prefixItems"] as JsonArray ?? schema["items"] as JsonArray ?? [];
        var items = schema["items"] is JsonArray ? schema["additionalItems"] : schema["items"];
        if (IsFalse(items))
            count = Math.Min(count, first.Count);
        if (items is null && first.Count > 0 && depth < ComfortableDepth)
            count = Math.Max(least, Math.Min(most, first.Count));

        var unique = schema["uniqueItems"]?.GetValueKind() == JsonValueKind.True;
        for (var i = 0; i < count + (unique ? 20 : 0) && array.Count < count; i++)
        {
            using var _ = _phrases.Item(i);
            var item = Fill(i < first.Count ? first[i] : items ?? new JsonObject { ["type"] = "string" }, name, depth + 1);
            if (unique && i >= count && JsonText.StringOrNull(item) is { } text && Has(array, item))
                item = JsonValue.Create($"{text} {i}"); // the prompt has too few words
            if (!unique || !Has(array, item))
                array.Add(item);
        }

        return array;
    }

    private static bool Has(JsonArray array, JsonNode? item) => array.Any(earlier => JsonNode.DeepEquals(earlier, item));

    private JsonNode? Choose(JsonArray values, string name)
    {
        var texts = values.Select(JsonText.StringOrNull).ToList();
        if (facts.Preferred is { } preferred && texts.IndexOf(preferred) is >= 0 and var at)
            return values[at];
        var said = _phrases.ChooseFrom(name, texts);
        return values[said >= 0 ? said : _phrases.ItemIndex % values.Count];
    }

    // References are followed and combinations joined; of alternatives the first is taken, when deep the first that does not refer back.
    private JsonObject Merge(JsonObject schema, int depth)
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

    private static string? TypeOf(JsonObject schema)
    {
        var type = schema["type"] is JsonArray several
            ? several.Select(JsonText.StringOrNull).FirstOrDefault(name => name != "null") ?? "null"
            : JsonText.StringOrNull(schema["type"]);
        return type ?? (schema.ContainsKey("properties") || schema.ContainsKey("required") || schema.ContainsKey("additionalProperties") ? "object"
            : schema.ContainsKey("items") || schema.ContainsKey("prefixItems") ? "array"
            : schema.ContainsKey("minimum") || schema.ContainsKey("maximum") ? "number" : "string");
    }

    private static int Limit(JsonObject schema, string keyword, int otherwise) =>
        JsonText.NumberOrNull(schema[keyword]) is { } limit ? (int)Math.Clamp(limit, 0, 1000) : otherwise;

    private static bool IsFalse(JsonNode? node) => node?.GetValueKind() == JsonValueKind.False;
}
