using System.Text.Json.Nodes;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>What an index was made with.</summary>
internal sealed record IndexDescription(string Name, string Uuid, long CreatedAt, JsonObject Mappings)
{
    public JsonObject ToJson() => new() { ["name"] = Name, ["uuid"] = Uuid, ["created"] = CreatedAt, ["mappings"] = Mappings.DeepClone() };

    public static IndexDescription FromJson(JsonNode json) =>
        new((string)json["name"]!, (string)json["uuid"]!, (long)json["created"]!, (JsonObject)json["mappings"]!.DeepClone());
}
