using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Planning;

/// <summary>Short words for what tests do with the records of a <see cref="MemoryStore"/>.</summary>
internal static class StoredRecords
{
    public static JsonObject AddCampaign(MemoryStore store, string name, string status = "planned") =>
        store.Insert("marketing_campaigns", new JsonObject { ["name"] = name, ["status"] = status });

    public static string Values(JsonObject record, params string[] fields) => string.Join(' ', fields.Select(field => record[field]!.ToString()));

    public static string Id(JsonObject record, string field = "id") => record[field]!.GetValue<string>();
}
