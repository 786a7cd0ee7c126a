using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Walks a JSON schema and builds one instance of it. Understands what structured output uses: see README, "JSON output".</summary>
internal sealed class SchemaFiller(JsonNode root, PromptFacts facts)
{
    private const int ComfortableDepth = SchemaReader.ComfortableDepth;
    private const int MaxDepth = 40;
    private const int MaxNodes = 5000;

    private readonly SchemaReader _reader = new(root);
    private readonly Phrases _phrases = new(facts);
    private int _nodes;

    /// <param name="wanted">What to say, in any shape: it is fitted to the schema, and only what it lacks is made up.</param>
    public JsonNode? Fill(JsonNode? wanted = null) => Fill(root, "", depth: 0, wanted);

    private JsonNode? Fill(JsonNode? node, string name, int depth, JsonNode? wanted = null)
    {
        if (++_nodes > MaxNodes || depth > MaxDepth || node is not JsonObject schema)
            return IsFalse(node) ? null : JsonValue.Create(_phrases.Text(name, 0, 200));
        schema = _reader.Merge(schema, depth);

        if (schema.TryGetPropertyValue("const", out var constant))
            return constant?.DeepClone();
        if (schema["enum"] is JsonArray { Count: > 0 } values)
            return (Wanted.Choice(values, wanted) ?? Choose(values, name))?.DeepClone();
        return SchemaReader.TypeOf(schema) switch
        {
            "object" => FillObject(schema, depth, wanted as JsonObject),
            "array" => FillArray(schema, name, depth, Wanted.List(wanted)),
            "integer" => Numbers.Choose(schema, JsonText.NumberOrNull(wanted) ?? _phrases.Number(name), whole: true),
            "number" => Numbers.Choose(schema, JsonText.NumberOrNull(wanted) ?? _phrases.Number(name), whole: false),
            "boolean" => JsonValue.Create(_phrases.Flag(name)),
            "null" => null,
            _ => JsonValue.Create(Wanted.Text(wanted) is { } text && Strings.Fitted(schema, text) is { } fitted ? fitted : Strings.Write(schema, name, _phrases)),
        };
    }

    private JsonObject FillObject(JsonObject schema, int depth, JsonObject? wanted)
    {
        var instance = new JsonObject();
        var members = Wanted.Members(wanted);
        var required = (schema["required"] as JsonArray ?? []).Select(JsonText.StringOrNull).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (name, property) in properties)
        {
            if (!IsFalse(property) && (required.Contains(name) || depth < ComfortableDepth))
                instance[name] = Fill(property, name, depth + 1, members.GetValueOrDefault(PromptFacts.Key(name)));
        }

        foreach (var name in required.Where(name => !instance.ContainsKey(name) && !properties.ContainsKey(name)))
            instance[name] = Fill(schema["additionalProperties"] is JsonObject other ? other : [], name, depth + 1);

        var least = Limit(schema, "minProperties", 0);
        for (var i = 1; instance.Count < least && schema["additionalProperties"] is not JsonValue; i++)
            instance[$"property{i}"] = Fill(schema["additionalProperties"] as JsonObject ?? [], $"property{i}", depth + 1);
        return instance;
    }

    private JsonArray FillArray(JsonObject schema, string name, int depth, JsonArray? wanted)
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

        if (wanted is not null)
            count = Math.Clamp(wanted.Count, least, schema.ContainsKey("maxItems") ? most : Math.Max(least, wanted.Count));

        var unique = schema["uniqueItems"]?.GetValueKind() == JsonValueKind.True;
        for (var i = 0; i < count + (unique ? 20 : 0) && array.Count < count; i++)
        {
            using var _ = _phrases.Item(i);
            var item = Fill(i < first.Count ? first[i] : items ?? new JsonObject { ["type"] = "string" }, name, depth + 1, i < wanted?.Count ? wanted[i] : null);
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

    private static int Limit(JsonObject schema, string keyword, int otherwise) =>
        JsonText.NumberOrNull(schema[keyword]) is { } limit ? (int)Math.Clamp(limit, 0, 1000) : otherwise;

    private static bool IsFalse(JsonNode? node) => node?.GetValueKind() == JsonValueKind.False;
}
