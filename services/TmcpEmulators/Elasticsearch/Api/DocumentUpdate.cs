using System.Text;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary><c>_update</c> with a partial document.</summary>
internal static class DocumentUpdate
{
    public static WriteResult Run(SearchIndex index, string id, JsonObject body, WriteCondition condition, long now)
    {
        if (body["script"] is not null)
            throw ElasticsearchError.Unsupported("[script] of an update");
        body.Allow("update", "doc", "upsert", "doc_as_upsert", "detect_noop", "_source");
        var part = body["doc"] as JsonObject;
        if (index.Find(id) is not { } old)
        {
            var first = body["upsert"] as JsonObject ?? (body["doc_as_upsert"]?.Flag("doc_as_upsert") == true ? part : null)
                ?? throw new ElasticsearchError(404, "document_missing_exception", $"[{id}]: document missing") { Index = index.Name };
            return index.Put(id, Encoding.UTF8.GetBytes(first.ToJsonString()), condition, now);
        }

        if (part is null)
            throw new ElasticsearchError(400, "action_request_validation_exception", "Validation Failed: 1: script or doc is missing;");
        var before = (JsonObject)JsonNode.Parse(old.Source)!;
        var after = (JsonObject)before.DeepClone();
        Merge(after, part);
        return JsonNode.DeepEquals(before, after) && body["detect_noop"]?.Flag("detect_noop") != false
            ? new WriteResult(index.Name, id, old.Version, "noop", old.SequenceNumber)
            : index.Put(id, Encoding.UTF8.GetBytes(after.ToJsonString()), condition, now);
    }

    private static void Merge(JsonObject target, JsonObject part)
    {
        foreach (var (name, value) in part)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
                Merge(existing, inner);
            else
                target[name] = value?.DeepClone();
        }
    }
}
