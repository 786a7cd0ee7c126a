using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>
/// Checks an answer against our own schemas: type, enum, pattern, lengths, minimum and maximum, items and their number, properties, required.
/// Lengths are in UTF-16 units, as browsers count them, which is never less than a platform counts.
/// </summary>
internal static class SchemaCheck
{
    private const int MaxFindings = 20;

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Finding> Check(JsonObject schema, JsonNode? value)
    {
        var findings = new List<Finding>();
        Check(schema, value, "", findings);
        return findings.Count <= MaxFindings ? findings : findings[..MaxFindings];
    }

    private static void Check(JsonObject schema, JsonNode? value, string path, List<Finding> findings)
    {
        var type = schema["type"]!.GetValue<string>();
        if (!HasType(value, type))
        {
            findings.Add(new Finding(path, $"must be {Article(type)}{type}, not {Describe(value)}"));
            return;
        }

        switch (type)
        {
            case "object":
                CheckObject(schema, (JsonObject)value!, path, findings);
                break;
            case "array":
                CheckArray(schema, (JsonArray)value!, path, findings);
                break;
            case "string":
                CheckText(schema, value!, path, findings);
                break;
            default:
                CheckNumber(schema, value!.GetValue<double>(), path, findings);
                break;
        }
    }

    private static void CheckObject(JsonObject schema, JsonObject value, string path, List<Finding> findings)
    {
        var properties = schema["properties"]!.AsObject();
        findings.AddRange((schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>())
            .Where(name => value[name] is null)
            .Select(name => new Finding(Join(path, name), "is missing")));
        foreach (var (name, member) in value.ToList())
        {
            // What was not asked for does no harm, and null means absent.
            if (member is not null && properties[name] is JsonObject own)
                Check(own, member, Join(path, name), findings);
        }
    }

    private static void CheckArray(JsonObject schema, JsonArray value, string path, List<Finding> findings)
    {
        if (Number(schema, "minItems") is { } least && value.Count < least)
            findings.Add(new Finding(path, $"must have at least {least} items, not {value.Count}"));
        if (Number(schema, "maxItems") is { } most && value.Count > most)
            findings.Add(new Finding(path, $"must have at most {most} items, not {value.Count}", FindingKind.ListTooLong, value, (int)most));
        for (var index = 0; index < value.Count; index++)
            Check(schema["items"]!.AsObject(), value[index], $"{path}[{index}]", findings);
    }

    private static void CheckText(JsonObject schema, JsonNode value, string path, List<Finding> findings)
    {
        var text = value.GetValue<string>();
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => choice!.GetValue<string>() == text))
            findings.Add(new Finding(path, $"must be one of {string.Join(", ", choices.Select(choice => $"\"{choice}\""))}"));
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.None, PatternTime))
            findings.Add(new Finding(path, $"must match {pattern}"));
        if (Number(schema, "minLength") is { } least && text.Trim().Length < least)
            findings.Add(new Finding(path, least == 1 ? "must not be empty" : $"must have at least {least} characters, not {text.Trim().Length}"));
        if (Number(schema, "maxLength") is { } most && text.Length > most)
            findings.Add(new Finding(path, $"must have at most {most} characters, not {text.Length}", FindingKind.TextTooLong, value, (int)most));
    }

    private static void CheckNumber(JsonObject schema, double value, string path, List<Finding> findings)
    {
        if (Number(schema, "minimum") is { } least && value < least)
            findings.Add(new Finding(path, $"must be at least {least}"));
        if (Number(schema, "maximum") is { } most && value > most)
            findings.Add(new Finding(path, $"must be at most {most}"));
    }

    private static bool HasType(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => throw new InvalidOperationException($"A schema of ours uses the type '{type}', which this check does not know. Add it."),
    };

    // A number that a request put in is an int and converts to nothing else; one from the file converts to all.
    private static double? Number(JsonObject schema, string keyword) =>
        schema[keyword] is not JsonValue value ? null : value.TryGetValue<int>(out var whole) ? whole : value.GetValue<double>();

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Article(string type) => type is "object" or "array" ? "an " : "a ";

    private static string Describe(JsonNode? value) => value is null ? "null" : value.GetValueKind().ToString().ToLowerInvariant();
}
