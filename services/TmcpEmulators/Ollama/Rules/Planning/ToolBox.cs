using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>The tools that the request offers, by what they do. Arguments are written in the way that a tool's own schema asks for.</summary>
internal sealed class ToolBox(IReadOnlyList<ToolOffer> offers)
{
    private static readonly Dictionary<string, string[]> Spellings = new(StringComparer.Ordinal)
    {
        ["collection"] = ["collection", "collection_name", "collectionName"],
        ["record_id"] = ["record_id", "recordId", "id"],
        ["data"] = ["data_json", "data", "record", "fields"],
        ["per_page"] = ["per_page", "perPage", "limit"],
        ["query"] = ["query", "q", "search", "input"],
    };

    /// <summary>True when records can be read or written: the request comes from a member with TMCP's tools.</summary>
    public bool HasRecords => Find("list_records") is not null || Find("get_collection_schema") is not null || Find("create_record") is not null;

    /// <summary>A tool by its name, or by the end of it (<c>pocketbase_list_records</c>).</summary>
    public ToolOffer? Find(string name) =>
        offers.FirstOrDefault(offer => offer.Name == name) ?? offers.FirstOrDefault(offer => offer.Name.EndsWith($"_{name}", StringComparison.Ordinal));

    /// <summary>A tool that looks something up by a query, such as a web search.</summary>
    public ToolOffer? FindSearch() => offers.FirstOrDefault(offer =>
        offer.Name.Contains("search", StringComparison.OrdinalIgnoreCase) && Parameter(offer, "query") is not null);

    /// <summary>The arguments of a call. A tool gets only what it has a parameter for.</summary>
    public static JsonObject Arguments(ToolOffer tool, IEnumerable<(string Role, JsonNode? Value)> values)
    {
        var arguments = new JsonObject();
        foreach (var (role, value) in values)
        {
            if (value is not null && Parameter(tool, role) is { } parameter)
                arguments[parameter] = value is JsonObject fields && WantsText(tool, parameter) ? fields.ToJsonString(Readable) : value.DeepClone();
        }

        return arguments;
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Parameter(ToolOffer tool, string role) =>
        (Spellings.GetValueOrDefault(role) ?? [role]).FirstOrDefault(tool.Properties.ContainsKey);

    // "data_json" is JSON written as a text, unless its schema takes an object.
    private static bool WantsText(ToolOffer tool, string parameter)
    {
        var schema = tool.Properties[parameter]?.ToJsonString() ?? "";
        return !schema.Contains("\"object\"", StringComparison.Ordinal);
    }
}
