using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>The body that makes an index, also inside a template. Settings are taken and change nothing: there is one node.</summary>
internal static class IndexBody
{
    public static void Check(JsonObject body)
    {
        body.Allow("create_index", "settings", "mappings", "aliases");
        if (body["aliases"] is JsonObject { Count: > 0 })
            throw ElasticsearchError.Unsupported("[aliases]");
        if (body["mappings"] is JsonObject mappings)
            CheckMappings(mappings);
    }

    public static void CheckMappings(JsonObject mappings)
    {
        mappings.Allow("mappings", "properties", "dynamic", "_meta", "_source", "date_detection", "numeric_detection");
        if (mappings["dynamic"] is { } dynamic && dynamic.Text("dynamic") != "true")
            throw ElasticsearchError.Unsupported($"[dynamic: {dynamic.Text("dynamic")}]");
        if (mappings["_source"]?["enabled"] is { } enabled && !enabled.Flag("_source.enabled"))
            throw ElasticsearchError.Unsupported("[_source] that is not enabled");
    }
}
