using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Tmcp.Bridge.Tools;

/// <summary>Builds what <c>tools/list</c> says about a tool, in the form that clients of the older bridge know.</summary>
internal static class ToolDefinition
{
    public static Tool Create(string name, string title, string description, ToolAnnotations annotations, params ReadOnlySpan<ToolParameter> parameters)
    {
        annotations.Title = title;
        return new Tool
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = InputSchema(name, parameters),
            OutputSchema = OutputSchema(name),
            Annotations = annotations,
        };
    }

    /// <summary>Reads, changes nothing.</summary>
    public static ToolAnnotations Reads() => new() { ReadOnlyHint = true, OpenWorldHint = false };

    /// <summary>Writes; <paramref name="destructive"/> when something may be lost, <paramref name="idempotent"/> when twice is as once.</summary>
    public static ToolAnnotations Writes(bool destructive, bool idempotent, bool openWorld = false) =>
        new() { ReadOnlyHint = false, DestructiveHint = destructive, IdempotentHint = idempotent, OpenWorldHint = openWorld };

    private static JsonElement InputSchema(string name, ReadOnlySpan<ToolParameter> parameters)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var parameter in parameters)
        {
            properties[parameter.Name] = Describe(parameter);
            if (parameter.Default is null)
                required.Add(parameter.Name);
        }

        var schema = new JsonObject { ["type"] = "object", ["title"] = $"{name}Arguments", ["properties"] = properties };
        if (required.Count > 0)
            schema["required"] = required;
        return ToElement(schema);
    }

    private static JsonObject Describe(ToolParameter parameter)
    {
        var property = new JsonObject { ["type"] = parameter.Type, ["description"] = parameter.Description };
        if (parameter.Type == "object")
            property["additionalProperties"] = true;
        if (parameter.Default is not null)
            property["default"] = JsonNode.Parse(parameter.Default);
        return property;
    }

    private static JsonElement OutputSchema(string name) => ToElement(new JsonObject
    {
        ["type"] = "object",
        ["title"] = $"{name}Output",
        ["properties"] = new JsonObject
        {
            ["result"] = new JsonObject { ["type"] = "string", ["description"] = "The same text as in content: JSON, or a text that begins with 'Error: '." },
        },
        ["required"] = new JsonArray("result"),
    });

    private static JsonElement ToElement(JsonObject schema)
    {
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }
}
