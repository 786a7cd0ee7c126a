using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;
using TmcpEmulators.Elasticsearch.Queries;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>One criterion of an order.</summary>
internal sealed class SortKey(string name, bool descending, bool missingFirst, bool maybeUnmapped, string? mode)
{
    private readonly FieldReader _reader = new(name);

    public bool IsScore => name == "_score";

    public static IReadOnlyList<SortKey> Parse(JsonNode? node) => [.. node.Many().Select(ParseOne)];

    /// <summary>The form of the address: <c>@timestamp:desc,level</c>.</summary>
    public static IReadOnlyList<SortKey> Parse(string text) =>
        [.. text.Split(',').Select(part => part.Split(':')).Select(part => Create(part[0], part.Length > 1 ? part[1] : null, null, false, null))];

    /// <summary>Fails when no index knows the field.</summary>
    public void Check(IReadOnlyList<SearchIndex> indexes)
    {
        if (name[0] == '_' || maybeUnmapped || indexes.Count == 0)
            return;
        if (indexes.All(index => _reader.FieldOf(index) is null))
            throw new ElasticsearchError(400, "query_shard_exception", $"No mapping found for [{name}] in order to sort on") { FailedShardOf = indexes[0].Name };
    }

    public object? Of(Hit hit, long order)
    {
        switch (name)
        {
            case "_score":
                return hit.Score;
            case "_doc" or "_shard_doc":
                return order;
            case "_id":
                return hit.Document.Id;
        }

        if (_reader.FieldOf(hit.Index) is not { } field)
            return null;
        return hit.Document[field] switch
        {
            object[] several => (mode ?? (descending ? "max" : "min")) == "max" ? several.Max(Comparer) : several.Min(Comparer),
            var one => one,
        };
    }

    public int Compare(object? left, object? right)
    {
        if (left is null || right is null)
            return left is null && right is null ? 0 : (left is null) == missingFirst ? -1 : 1;
        var order = CompareValues(left, right);
        return descending ? -order : order;
    }

    private static Comparer<object> Comparer { get; } = Comparer<object>.Create(CompareValues);

    private static int CompareValues(object left, object right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        _ when ExactValue.Number(left) is { } a && ExactValue.Number(right) is { } b => a.CompareTo(b),
        _ => string.CompareOrdinal(ExactValue.Text(left), ExactValue.Text(right)),
    };

    private static SortKey ParseOne(JsonNode? node)
    {
        if (node is JsonValue)
            return Create(node.Text("sort"), null, null, false, null);
        var (name, given) = node.AsObject("sort").Single("sort");
        if (given is JsonValue)
            return Create(name, given.Text("sort"), null, false, null);
        var options = given.AsObject("sort");
        options.Allow("sort", "order", "missing", "unmapped_type", "mode", "format", "numeric_type");
        if (options["format"] is { } format && !format.Text("format").StartsWith("strict_date_optional_time", StringComparison.Ordinal))
            throw ElasticsearchError.Unsupported($"[format: {format}] of [sort]");
        return Create(name, options["order"]?.Text("order"), options["missing"]?.Text("missing"), options["unmapped_type"] is not null, options["mode"]?.Text("mode"));
    }

    private static SortKey Create(string name, string? order, string? missing, bool maybeUnmapped, string? mode)
    {
        if (name is "_geo_distance" or "_script")
            throw ElasticsearchError.Unsupported($"[sort] by [{name}]");
        if (name.Length == 0 || (order ?? "asc").ToLowerInvariant() is not ("asc" or "desc"))
            throw ElasticsearchError.Argument($"Unknown SortOrder [{order}]");
        if (mode is not (null or "min" or "max"))
            throw ElasticsearchError.Unsupported($"[mode: {mode}] of [sort]");
        if (missing is not (null or "_last" or "_first"))
            throw ElasticsearchError.Unsupported($"[missing: {missing}] of [sort]");
        var descending = order is null ? name == "_score" : order.Equals("desc", StringComparison.OrdinalIgnoreCase);
        return new SortKey(name, descending, missing == "_first", maybeUnmapped, mode);
    }
}
