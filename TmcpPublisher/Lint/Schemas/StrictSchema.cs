using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Schemas;

/// <summary>
/// A schema of one kind, in the part of draft-07 that strict schemas use. A keyword that is not known is refused when the schema is read,
/// so that an object is never checked in part only.
/// </summary>
internal sealed class StrictSchema
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "$ref", "type", "properties", "required", "additionalProperties", "propertyNames", "items", "enum", "const", "pattern", "minimum", "maximum",
        "minLength", "maxLength", "minItems", "minProperties", "maxProperties", "anyOf", "definitions", "$schema", "title",
    };

    private readonly JsonObject _root;
    private readonly Dictionary<string, JsonNode> _definitions;

    /// <exception cref="InvalidDataException">The schema uses something else than the known keywords.</exception>
    internal StrictSchema(string name, JsonObject root)
    {
        _root = root;
        _definitions = root.Get("definitions").Members().ToDictionary(member => $"#/definitions/{member.Key}", member => member.Value!);
        RequireKeywords(name, root);
    }

    /// <summary>What is wrong with an object; empty when it is valid.</summary>
    internal IReadOnlyList<SchemaFault> Check(JsonNode? value)
    {
        var faults = new List<SchemaFault>();
        Check(_root, value, "", faults);
        return faults;
    }

    private void RequireKeywords(string name, JsonNode? schema)
    {
        foreach (var (keyword, value) in schema.Members())
        {
            if (!Keywords.Contains(keyword))
                throw new InvalidDataException($"The schema '{name}' uses the keyword '{keyword}', which the lint does not know. Use a folder of strict schemas.");
            if (keyword == "$ref" && !_definitions.ContainsKey(value.Text() ?? ""))
                throw new InvalidDataException($"The schema '{name}' refers to '{value.Text()}', which it does not define. Use a folder of strict schemas.");

            IEnumerable<JsonNode?> inner = keyword switch
            {
                "properties" or "definitions" => value.Members().Select(member => member.Value),
                "additionalProperties" or "propertyNames" or "items" => [value],
                "anyOf" => value.Items(),
                _ => [],
            };
            foreach (var part in inner)
                RequireKeywords(name, part);
        }
    }

    private void Check(JsonNode? schema, JsonNode? value, string path, List<SchemaFault> faults)
    {
        if (schema.IsFalse())
            faults.Add(new SchemaFault(path, "nothing may stand here"));
        if (schema is not JsonObject)
            return;

        if (schema.Get("$ref").Text() is { } reference)
            Check(_definitions[reference], value, path, faults);
        if (schema.Get("type") is { } type && !HasType(type, value))
        {
            // The other keywords would only say the same again.
            faults.Add(new SchemaFault(path, $"is {Describe(value)}, not {(type is JsonArray ? string.Join(" or ", type.Texts()) : type.Text())}"));
            return;
        }

        if (schema.Get("const") is { } only && !JsonNode.DeepEquals(only, value))
            faults.Add(new SchemaFault(path, $"is {Describe(value)}, not {only.ToJsonString()}"));
        if (schema.Get("enum") is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            faults.Add(new SchemaFault(path, $"is {Describe(value)}, none of {string.Join(" or ", choices.Select(Describe))}"));
        if (schema.Get("anyOf") is JsonArray any && !any.Any(choice => IsValid(choice, value)))
            faults.Add(new SchemaFault(path, "fits none of the forms that are allowed here"));
        CheckContent(schema, value, path, faults);
    }

    private void CheckContent(JsonNode schema, JsonNode? value, string path, List<SchemaFault> faults)
    {
        switch (value)
        {
            case JsonObject members:
                CheckObject(schema, members, path, faults);
                break;
            case JsonArray items:
                CheckRange(schema, "minItems", null, items.Count, "items", path, faults);
                foreach (var (index, item) in items.Index())
                    Check(schema.Get("items"), item, $"{path}[{index}]", faults);
                break;
            case JsonValue text when text.IsString():
                var content = text.GetValue<string>();
                CheckRange(schema, "minLength", "maxLength", content.EnumerateRunes().Count(), "characters", path, faults);
                if (schema.Get("pattern").Text() is { } pattern && !SchemaPattern.IsMatch(pattern, content))
                    faults.Add(new SchemaFault(path, $"is {Describe(value)}, which does not fit the pattern {pattern}"));
                break;
            case JsonValue number when number.GetValueKind() is JsonValueKind.Number:
                CheckRange(schema, "minimum", "maximum", Number(number), null, path, faults);
                break;
        }
    }

    private void CheckObject(JsonNode schema, JsonObject value, string path, List<SchemaFault> faults)
    {
        foreach (var name in schema.Get("required").Texts().Where(name => !value.ContainsKey(name)))
            faults.Add(new SchemaFault(path, $"lacks '{name}'"));
        CheckRange(schema, "minProperties", "maxProperties", value.Count, "members", path, faults);

        var known = schema.Get("properties") as JsonObject;
        foreach (var (name, member) in value)
        {
            var below = SchemaFault.Below(path, name);
            if (schema.Get("propertyNames") is { } names && !IsValid(names, JsonValue.Create(name)))
                faults.Add(new SchemaFault(below, "is no valid name here"));
            if (known is not null && known.TryGetPropertyValue(name, out var own))
                Check(own, member, below, faults);
            else if (schema.Get("additionalProperties").IsFalse())
                faults.Add(new SchemaFault(below, $"is no known field{Suggest(name, known)}"));
            else
                Check(schema.Get("additionalProperties"), member, below, faults);
        }
    }

    private bool IsValid(JsonNode? schema, JsonNode? value)
    {
        var faults = new List<SchemaFault>();
        Check(schema, value, "", faults);
        return faults.Count == 0;
    }

    private static void CheckRange(JsonNode schema, string minimum, string? maximum, double actual, string? unit, string path, List<SchemaFault> faults)
    {
        var text = unit is null ? actual.ToString(CultureInfo.InvariantCulture) : $"{actual} {unit}";
        if (schema.Get(minimum) is { } least && actual < Number(least))
            faults.Add(new SchemaFault(path, $"is {text}, less than {least.ToJsonString()}"));
        if (maximum is not null && schema.Get(maximum) is { } most && actual > Number(most))
            faults.Add(new SchemaFault(path, $"is {text}, more than {most.ToJsonString()}"));
    }

    private static bool HasType(JsonNode type, JsonNode? value) => type is JsonArray several
        ? several.Any(one => HasType(one!, value))
        : (type.Text(), value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("integer", JsonValueKind.Number) => double.IsInteger(Number(value!)),
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            (var name, var kind) => string.Equals(name, kind.ToString(), StringComparison.OrdinalIgnoreCase),
        };

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Describe(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "a mapping",
        JsonArray => "a list",
        _ when value.IsString() => $"'{value.Text()}'",
        _ => value.ToJsonString(),
    };

    private static string Suggest(string name, JsonObject? known)
        => NearestName.Find(name, known?.Select(member => member.Key) ?? []) is { } nearest ? $"; '{nearest}' is one" : "";
}
