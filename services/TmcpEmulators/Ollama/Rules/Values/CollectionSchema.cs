using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>A collection's fields, read from a tool's result.</summary>
internal sealed record CollectionSchema(IReadOnlyList<FieldSchema> Fields)
{
    private static readonly string[] TitleNames = ["name", "title"];

    /// <summary>The field by which people name a record: <c>name</c>, <c>title</c>, <c>brand_name</c>, else the first text.</summary>
    public FieldSchema? Title { get; } = FindTitle(Fields);

    /// <summary>The link to the workspace, when the collection belongs to one.</summary>
    public FieldSchema? Workspace { get; } = Fields.FirstOrDefault(link => link is { Type: "relation", Name: "workspace_id" or "workspace" });

    /// <summary>Reads a list of fields, or an object that has one under <c>fields</c>; null when the result is neither.</summary>
    public static CollectionSchema? Read(JsonNode? result)
    {
        var list = result as JsonArray ?? (result as JsonObject)?["fields"] as JsonArray;
        if (list is null)
            return null;
        var fields = list.OfType<JsonObject>().Select(ReadField).OfType<FieldSchema>().ToList();
        return fields.Count == 0 ? null : new CollectionSchema(fields);
    }

    private static FieldSchema? FindTitle(IReadOnlyList<FieldSchema> fields) =>
        fields.FirstOrDefault(field => TitleNames.Contains(field.Name, StringComparer.Ordinal))
        ?? fields.FirstOrDefault(field => field.IsText && field.Name.EndsWith("_name", StringComparison.Ordinal))
        ?? fields.FirstOrDefault(field => field is { IsText: true, Required: true, IsAutomatic: false })
        ?? fields.FirstOrDefault(field => field is { IsText: true, IsAutomatic: false });

    private static FieldSchema? ReadField(JsonObject field)
    {
        if (JsonText.StringOrNull(field["name"]) is not { Length: > 0 } name || JsonText.StringOrNull(field["type"]) is not { } type)
            return null;
        var most = JsonText.NumberOrNull(field["maxSelect"]);
        return new FieldSchema(name, type, field["required"]?.GetValueKind() == JsonValueKind.True)
        {
            Values = [.. (field["values"] as JsonArray ?? []).Select(JsonText.StringOrNull).OfType<string>()],
            TargetId = JsonText.StringOrNull(field["collectionId"]),
            Many = most is > 1 || (type == "relation" && name.EndsWith('s') && most is not 1),
        };
    }
}
