namespace TmcpEmulators.Elasticsearch.Hosting;

/// <summary>Query parameters. One that would change the answer and is not known here is refused, as Elasticsearch refuses unknown ones.</summary>
internal static class Parameters
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        // These decide something here.
        "size", "from", "sort", "q", "df", "default_operator", "_source", "_source_includes", "_source_excludes", "track_total_hits", "rest_total_hits_as_int",
        "ignore_unavailable", "allow_no_indices", "op_type", "if_seq_no", "if_primary_term", "format", "h", "v", "s", "create", "doc_as_upsert",

        // These are about shards, nodes and delays, of which there is one, one and none.
        "pretty", "human", "error_trace", "refresh", "timeout", "master_timeout", "wait_for_active_shards", "expand_wildcards", "wait_for_status",
        "wait_for_no_initializing_shards", "level", "local", "preference", "routing", "request_cache", "require_alias", "max_concurrent_searches",
        "max_concurrent_shard_requests", "pre_filter_shard_size", "batched_reduce_size", "ccs_minimize_roundtrips", "search_type", "flat_settings",
        "include_defaults", "bytes", "time", "wait_for_completion", "realtime", "analyze_wildcard", "lenient", "force", "flush", "max_num_segments",
        "wait_if_ongoing", "write_index_only", "allow_partial_search_results", "retry_on_conflict", "only_expunge_deletes", "order",
    };

    public static void Check(HttpRequest request)
    {
        foreach (var name in request.Query.Keys)
        {
            if (!Known.Contains(name))
                throw ElasticsearchError.Argument($"request [{request.Path}] contains unrecognized parameter: [{name}]");
        }
    }

    public static string? Text(HttpRequest request, string name) => request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    public static bool Flag(HttpRequest request, string name) => Text(request, name) switch
    {
        null or "false" => false,
        "" or "true" => true,
        var other => throw ElasticsearchError.Argument($"Failed to parse value [{other}] as only [true] or [false] are allowed."),
    };

    public static long? Number(HttpRequest request, string name) => Text(request, name) switch
    {
        null => null,
        var text when long.TryParse(text, out var number) => number,
        var text => throw ElasticsearchError.Argument($"Failed to parse int parameter [{name}] with value [{text}]"),
    };
}
