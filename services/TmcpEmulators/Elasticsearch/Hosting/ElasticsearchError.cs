using System.Text.Json.Nodes;

namespace TmcpEmulators.Elasticsearch.Hosting;

/// <summary>A refused request, with the type and reason that Elasticsearch gives.</summary>
internal sealed class ElasticsearchError(int status, string type, string reason) : Exception(reason)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    /// <summary>The index it is about, when there is one.</summary>
    public string? Index { get; init; }

    /// <summary>The index whose search failed: the error is then wrapped as that of its shard.</summary>
    public string? FailedShardOf { get; init; }

    public static ElasticsearchError Parsing(string reason) => new(400, "parsing_exception", reason);

    public static ElasticsearchError Argument(string reason) => new(400, "illegal_argument_exception", reason);

    public static ElasticsearchError BadJson(string reason) => new(400, "x_content_parse_exception", reason);

    public static ElasticsearchError Unsupported(string what) =>
        new(400, "illegal_argument_exception", $"{what} is not supported by TMCP's emulator of Elasticsearch; run a real Elasticsearch for it");

    public static ElasticsearchError NoIndex(string index) => new(404, "index_not_found_exception", $"no such index [{index}]") { Index = index };

    public JsonObject ToCause()
    {
        var cause = new JsonObject { ["type"] = Type, ["reason"] = Message };
        if (Index is not null)
        {
            cause["resource.type"] = "index_or_alias";
            cause["resource.id"] = Index;
            cause["index_uuid"] = "_na_";
            cause["index"] = Index;
        }

        return cause;
    }

    /// <summary><c>{"error":{"root_cause":[…],"type":…,"reason":…},"status":400}</c></summary>
    public JsonObject ToBody()
    {
        var error = new JsonObject { ["root_cause"] = new JsonArray(ToCause()) };
        if (FailedShardOf is not null || Type == "query_shard_exception")
        {
            error["type"] = "search_phase_execution_exception";
            error["reason"] = "all shards failed";
            error["phase"] = "query";
            error["grouped"] = true;
            error["failed_shards"] = new JsonArray(new JsonObject { ["shard"] = 0, ["index"] = FailedShardOf, ["reason"] = ToCause() });
            return new JsonObject { ["error"] = error, ["status"] = Status };
        }

        foreach (var (name, value) in ToCause())
            error[name] = value?.DeepClone();
        return new JsonObject { ["error"] = error, ["status"] = Status };
    }
}
