using System.Text.Json.Nodes;

namespace Tmcp.Agent.Generation.Context;

/// <summary>A record as PocketBase stores it.</summary>
/// <param name="collection">Where it is from.</param>
/// <param name="fields">Its fields, with <c>expand</c> when that was asked for.</param>
internal sealed class StoredRecord(string collection, JsonObject fields)
{
    // What is PocketBase's and not the record's, or is shown as a block of its own.
    private static readonly string[] Wrapping = ["collectionId", "collectionName", "expand", "created", "updated", "_note"];

    public string Collection => collection;

    public string Id => Text("id");

    public string WorkspaceId => Text("workspace_id");

    /// <summary>True when the bridge had to cut it.</summary>
    public bool IsCut => fields.ContainsKey("_note");

    /// <summary>A field, through objects if several names are given; json fields that hold a text with JSON count as that JSON.</summary>
    public JsonNode? Find(params ReadOnlySpan<string> path)
    {
        JsonNode? node = fields;
        foreach (var name in path)
            node = (Unpack(node) as JsonObject)?[name];
        return Unpack(node);
    }

    public string Text(params ReadOnlySpan<string> path) => Find(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>Whether a field holds anything at all.</summary>
    public bool Has(params ReadOnlySpan<string> path) => IsFilled(Find(path));

    /// <summary>Ids of a relation, single or multiple.</summary>
    public IReadOnlyList<string> Ids(string field) => Find(field) switch
    {
        JsonArray list => [.. list.Select(item => item?.ToString() ?? "").Where(id => id.Length > 0)],
        JsonValue value when value.TryGetValue<string>(out var id) && id.Length > 0 => [id],
        _ => [],
    };

    /// <summary>A record that came along with this one.</summary>
    public StoredRecord? Expanded(string field, string target) => Find("expand", field) switch
    {
        JsonObject record => new StoredRecord(target, record),
        JsonArray { Count: > 0 } list when list[0] is JsonObject first => new StoredRecord(target, first),
        _ => null,
    };

    /// <summary>Its own fields, for a prompt.</summary>
    public JsonObject Bare()
    {
        var bare = (JsonObject)fields.DeepClone();
        foreach (var name in Wrapping)
            bare.Remove(name);
        return bare;
    }

    private static bool IsFilled(JsonNode? node) => node switch
    {
        null => false,
        JsonObject members => members.Any(member => IsFilled(member.Value)),
        JsonArray items => items.Any(IsFilled),
        JsonValue value when value.TryGetValue<string>(out var text) => !string.IsNullOrWhiteSpace(text),
        _ => true,
    };

    private static JsonNode? Unpack(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || text is not ['{' or '[', ..])
            return node;

        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return node;
        }
    }
}
