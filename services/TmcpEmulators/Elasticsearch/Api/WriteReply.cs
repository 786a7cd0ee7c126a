using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>The answer to a write.</summary>
internal static class WriteReply
{
    public static JsonObject Shards(int count = 1) => new() { ["total"] = count, ["successful"] = count, ["failed"] = 0 };

    public static JsonObject Body(WriteResult result) => new()
    {
        ["_index"] = result.Index,
        ["_id"] = result.Id,
        ["_version"] = result.Version,
        ["result"] = result.Result,
        ["_shards"] = Shards(),
        ["_seq_no"] = result.SequenceNumber,
        ["_primary_term"] = 1,
    };
}
