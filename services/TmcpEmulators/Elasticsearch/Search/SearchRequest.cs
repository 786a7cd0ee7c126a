using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Aggregations;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Queries;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>A search, from body and address.</summary>
internal sealed record SearchRequest
{
    private const int MaxWindow = 10_000; // index.max_result_window

    public required Query Query { get; init; }

    public Query? PostFilter { get; init; }

    public int From { get; init; }

    public int Size { get; init; } = 10;

    public required HitOrder Order { get; init; }

    /// <summary>Null when no <c>sort</c> was asked for: then hits show no keys.</summary>
    public bool ShowsKeys { get; init; }

    public object?[]? After { get; init; }

    public SourceFilter Source { get; init; } = SourceFilter.All;

    /// <summary>Up to where hits are counted exactly; -1: they are not counted.</summary>
    public long TrackTotal { get; init; } = MaxWindow;

    public double MinScore { get; init; }

    public bool ShowsVersion { get; init; }

    public bool ShowsSequence { get; init; }

    public AggregationSet Aggregations { get; init; } = AggregationSet.None;

    public static SearchRequest Parse(JsonObject body, HttpRequest? address, long now)
    {
        foreach (var (name, value) in body)
        {
            if (name is not ("query" or "post_filter" or "from" or "size" or "sort" or "search_after" or "_source" or "track_total_hits" or "min_score" or "aggs" or "aggregations"
                or "version" or "seq_no_primary_term" or "timeout" or "track_scores" or "profile" or "explain" or "terminate_after"))
            {
                throw ElasticsearchError.Parsing($"Unknown key for a {(value is JsonObject ? "START_OBJECT" : value is JsonArray ? "START_ARRAY" : "VALUE_STRING")} in [{name}].");
            }
        }

        foreach (var name in (string[])["profile", "explain"])
        {
            if (body[name] is { } on && on.Flag(name))
                throw ElasticsearchError.Unsupported($"[{name}]");
        }

        var parser = new QueryParser(now);
        var keys = address is not null && Parameters.Text(address, "sort") is { } sort ? SortKey.Parse(sort) : SortKey.Parse(body["sort"]);
        var order = keys.Count == 0 ? HitOrder.ByScore : new HitOrder(keys);
        var (from, size) = (Number("from", 0), Number("size", 10));
        if (from + size > MaxWindow)
        {
            throw ElasticsearchError.Argument(
                $"Result window is too large, from + size must be less than or equal to: [{MaxWindow}] but was [{from + size}]. See the scroll api for a more efficient way to request large data sets. This limit can be set by changing the [index.max_result_window] index level setting.");
        }

        if (body["search_after"] is not null && keys.Count == 0)
            throw ElasticsearchError.Argument("Sort must contain at least one field.");
        var source = SourceFilter.Parse(body["_source"]);
        return new SearchRequest
        {
            Query = address is not null && Parameters.Text(address, "q") is { } text
                ? new QueryStringParser(text, [Parameters.Text(address, "df") ?? "*"], Parameters.Text(address, "default_operator")?.ToLowerInvariant() == "and", isSimple: false, now).Parse()
                : parser.Parse(body["query"]),
            PostFilter = body["post_filter"] is { } filter ? parser.Parse(filter) : null,
            From = from,
            Size = size,
            Order = order,
            ShowsKeys = keys.Count > 0,
            After = body["search_after"] is JsonArray after ? order.ReadAfter(after) : null,
            Source = address is null ? source : source.With(address),
            TrackTotal = Track(address is not null && Parameters.Text(address, "track_total_hits") is { } track ? JsonValue.Create(track) : body["track_total_hits"]),
            MinScore = body["min_score"]?.GetValue<double>() ?? 0,
            ShowsVersion = body["version"]?.Flag("version") ?? false,
            ShowsSequence = body["seq_no_primary_term"]?.Flag("seq_no_primary_term") ?? false,
            Aggregations = AggregationSet.Parse(body["aggs"] ?? body["aggregations"], parser),
        };

        int Number(string name, int otherwise)
        {
            var number = (address is null ? null : Parameters.Number(address, name)) ?? body[name]?.Whole(name) ?? otherwise;
            return number is >= 0 and <= int.MaxValue ? (int)Math.Min(number, int.MaxValue / 2) : throw ElasticsearchError.Argument($"[{name}] parameter cannot be negative but was [{number}]");
        }
    }

    private static long Track(JsonNode? node) => node?.Text("track_total_hits") switch
    {
        null => MaxWindow,
        "true" => long.MaxValue,
        "false" => -1,
        var text when long.TryParse(text, out var limit) && limit >= -1 => limit,
        var text => throw ElasticsearchError.Argument($"[track_total_hits] parameter must be positive or equals to -1, got {text}"),
    };
}
