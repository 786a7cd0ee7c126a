using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Tests.Planning;

/// <summary>The record tools as two kinds of clients offer them.</summary>
internal static class Tools
{
    public static IReadOnlyList<ToolOffer> For(DialogueStyle style)
    {
        var framed = style == DialogueStyle.Framed;
        const string collection = """ "collection":{"type":"string"} """;
        const string id = """ "record_id":{"type":"string"} """;
        var data = framed ? """ "data_json":{"type":"string","description":"JSON"} """ : """ "data":{"type":"object"} """;
        List<ToolOffer> tools =
        [
            Tool("list_collections", ""),
            Tool("get_collection_schema", collection),
            Tool("list_records", $$"""{{collection}},"page":{"type":"integer"},"per_page":{"type":"integer"},"filter":{"type":"string"}"""),
            Tool("get_record", $"{collection},{id}"),
            Tool("create_record", $"{collection},{data}"),
            Tool("update_record", $"{collection},{id},{data}"),
            Tool("delete_record", $"{collection},{id}"),
        ];
        if (!framed)
            tools.Add(Tool("count_records", $$"""{{collection}},"filter":{"type":"string"}"""));
        return tools;
    }

    private static ToolOffer Tool(string name, string properties) =>
        new(name, "", new JsonObject { ["type"] = "object", ["properties"] = JsonNode.Parse($"{{{properties}}}") });
}
