using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tmcp.Tests.Shared;

/// <summary>
/// Checks JSON against a schema: the keywords that the Aspire manifest's schema (draft-07) and our own (2020-12) use. A keyword that is not known is an error,
/// so that a newer schema is never checked in part only.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$ref", "definitions", "description", "title", "type", "const", "enum", "not",
        "required", "properties", "additionalProperties", "items", "oneOf", "anyOf",
        "pattern",
        // Only ever a remark in 2020-12.
        "format",
    };

    private readonly JsonElement _root;

    private JsonSchema(JsonElement root) => _root = root;

    /// <summary>Reads a schema file.</summary>
    public static JsonSchema Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new JsonSchema(document.RootElement.Clone());
    }

    /// <summary>What is wrong with a document, each finding with the path of the value; empty when it is valid.</summary>
    public IReadOnlyList<string> Check(JsonElement document)
    {
        var findings = new List<string>();
        Check(_root, document, "$", findings);
        return findings;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> findings)
    {
        if (schema.ValueKind is JsonValueKind.True)
            return;
        if (schema.ValueKind is JsonValueKind.False)
        {
            findings.Add($"{path}: not allowed here");
            return;
        }

        if (schema.EnumerateObject().FirstOrDefault(keyword => !Known.Contains(keyword.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            throw new NotSupportedException($"The schema uses '{unknown.Name}', which this check does not know. Add it.");

        if (schema.TryGetProperty("$ref", out var reference))
            Check(Definition(reference.GetString()!), value, path, findings);
        CheckValue(schema, value, path, findings);
        CheckChoices(schema, value, path, findings);
        if (value.ValueKind is JsonValueKind.Object)
            CheckObject(schema, value, path, findings);
        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Check(items, item, $"{path}[{index++}]", findings);
        }
    }

    private static void CheckValue(JsonElement schema, JsonElement value, string path, List<string> findings)
    {
        if (schema.TryGetProperty("type", out var type) && !HasType(value, type.GetString()!))
            findings.Add($"{path}: is {value.ValueKind}, not {type}");
        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
            findings.Add($"{path}: is not {constant}");
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
            findings.Add($"{path}: is none of {choices}");
        if (schema.TryGetProperty("pattern", out var pattern) && value.ValueKind == JsonValueKind.String
            && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            findings.Add($"{path}: does not match {pattern}");
        }
    }

    private void CheckChoices(JsonElement schema, JsonElement value, string path, List<string> findings)
    {
        if (schema.TryGetProperty("not", out var not) && IsValid(not, value))
            findings.Add($"{path}: matches what it must not");
        if (schema.TryGetProperty("anyOf", out var any) && !any.EnumerateArray().Any(choice => IsValid(choice, value)))
            findings.Add($"{path}: matches no choice");
        if (schema.TryGetProperty("oneOf", out var one) && one.EnumerateArray().Count(choice => IsValid(choice, value)) is not 1 and var count)
            findings.Add($"{path}: matches {count} choices, not one");
    }

    private void CheckObject(JsonElement schema, JsonElement value, string path, List<string> findings)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            findings.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{path}: lacks '{name}'"));
        }

        var known = schema.TryGetProperty("properties", out var properties);
        var others = schema.TryGetProperty("additionalProperties", out var additional);
        foreach (var member in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(member.Name, out var own))
                Check(own, member.Value, $"{path}.{member.Name}", findings);
            else if (others)
                Check(additional, member.Value, $"{path}.{member.Name}", findings);
        }
    }

    private bool IsValid(JsonElement schema, JsonElement value)
    {
        var findings = new List<string>();
        Check(schema, value, "$", findings);
        return findings.Count == 0;
    }

    // #/definitions/env
    private JsonElement Definition(string reference) =>
        reference.Split('/').Skip(1).Aggregate(_root, (element, name) => element.GetProperty(name));

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind is JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The schema uses the type '{type}', which this check does not know. Add it."),
    };
}
