using OpenAI.Chat;

namespace Tmcp.Agent.Tools;

/// <summary>The tools as the model sees them. The caller's token is not among the arguments: it is added on the way to the bridge.</summary>
internal static class ToolDefinitions
{
    public const string Search = "duckduckgo_search";

    private const string Collection = """ "collection":{"type":"string","description":"Name of the collection, for example marketing_campaigns"} """;
    private const string RecordId = """ "record_id":{"type":"string","description":"Id of the record, 15 characters"} """;
    private const string Data =
        """
        "data_json":{"type":"object","description":"Field names and values, exactly as the schema names them","additionalProperties":true}
        """;

    public static IReadOnlyList<ChatTool> Records { get; } =
    [
        Define("list_collections", "Lists the collections: name, id, type.", "", []),
        Define("get_collection_schema", "Shows the fields of a collection: names, types, which are required, allowed values.", Collection, ["collection"]),
        Define(
            "list_records", "Lists records of a collection, page by page.",
            $$"""
            {{Collection}},
            "page":{"type":"integer","description":"Page, from 1","minimum":1},
            "per_page":{"type":"integer","description":"Records per page, 1 to 100; 30 if absent","minimum":1,"maximum":100},
            "filter":{"type":"string","description":"PocketBase filter, for example name = \"Spring Launch\" && status = \"planned\"; empty for all"}
            """,
            ["collection"]),
        Define("get_record", "Shows one record.", $"{Collection},{RecordId}", ["collection", "record_id"]),
        Define("create_record", "Creates a record. Read the schema first.", $"{Collection},{Data}", ["collection", "data_json"]),
        Define("update_record", "Changes the given fields of a record.", $"{Collection},{RecordId},{Data}", ["collection", "record_id", "data_json"]),
        Define("delete_record", "Deletes a record for good.", $"{Collection},{RecordId}", ["collection", "record_id"]),
        Define(
            "read_resource",
            "Reads a resource: pocketbase:// (collections), pocketbase://{collection}/schema, /records, /count or /{record id}.",
            """ "uri":{"type":"string","description":"For example pocketbase://marketing_campaigns/count"} """, ["uri"]),
    ];

    public static IReadOnlyList<ChatTool> RecordsAndSearch { get; } =
    [
        .. Records,
        Define(
            Search, "Searches the web and returns short texts with their sources.",
            """ "query":{"type":"string","description":"What to search for"} """, ["query"]),
    ];

    private static ChatTool Define(string name, string description, string properties, string[] required)
    {
        var list = string.Join(',', required.Select(argument => $"\"{argument}\""));
        var schema = $$"""{"type":"object","properties":{ {{properties}} },"required":[{{list}}]}""";
        return ChatTool.CreateFunctionTool(name, description, BinaryData.FromString(schema));
    }
}
