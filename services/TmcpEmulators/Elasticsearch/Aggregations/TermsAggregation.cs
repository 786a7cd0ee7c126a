using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>A bucket for each value, the most frequent first.</summary>
internal sealed class TermsAggregation : Aggregation
{
    public required FieldReader Field { get; init; }

    public int Size { get; init; } = 10;

    public long MinCount { get; init; } = 1;

    public object? Missing { get; init; }

    public Func<string, bool> Accepts { get; init; } = _ => true;

    /// <summary>What buckets are ordered by, and whether the greatest comes first.</summary>
    public IReadOnlyList<(string By, bool Descending)> Order { get; init; } = [("_count", true)];

    public static TermsAggregation Parse(JsonObject body, AggregationSet inner)
    {
        body.Allow("terms", "field", "size", "min_doc_count", "order", "missing", "include", "exclude", "shard_size", "show_term_doc_count_error", "execution_hint", "collect_mode");
        var size = body["size"]?.Whole("size") ?? 10;
        var orders = body["order"].Many().Select(order => order.AsObject("order").Single("order"))
            .Select(order => (order.Name, order.Value.Text("order") switch { "desc" => true, "asc" => false, var other => throw ElasticsearchError.Argument($"Unknown order direction [{other}]") }))
            .ToList();
        return new TermsAggregation
        {
            Field = AggregationParser.Field(body, "terms"),
            Size = size is > 0 and <= 65_536 ? (int)size : throw ElasticsearchError.Argument($"[size] must be greater than 0. Found [{size}] in [terms]"),
            MinCount = body["min_doc_count"]?.Whole("min_doc_count") ?? 1,
            Missing = body["missing"]?.Text("missing"),
            Accepts = Filter(body["include"], body["exclude"]),
            Order = orders.Count == 0 ? [("_count", true)] : orders,
            Inner = inner,
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        var buckets = new Dictionary<object, List<Hit>>();
        foreach (var hit in hits)
        {
            var any = false;
            foreach (var value in Field.Values(hit))
            {
                any = true;
                Add(value, hit);
            }

            if (!any && Missing is not null)
                Add(Missing, hit);
        }

        var wanted = buckets.Where(bucket => bucket.Value.Count >= MinCount && Accepts(ExactValue.Text(bucket.Key))).ToList();
        wanted.Sort(Compare);
        writer.WriteNumber("doc_count_error_upper_bound", 0);
        writer.WriteNumber("sum_other_doc_count", wanted.Skip(Size).Sum(bucket => (long)bucket.Value.Count));
        writer.WriteStartArray("buckets");
        foreach (var (key, members) in wanted.Take(Size))
        {
            writer.WriteStartObject();
            WriteKey(writer, key, members[0]);
            WriteBucketBody(writer, members);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        void Add(object key, Hit hit)
        {
            if (!buckets.TryGetValue(key, out var members))
                buckets[key] = members = [];
            if (members.Count == 0 || members[^1] != hit)
                members.Add(hit);
        }
    }

    private void WriteKey(Utf8JsonWriter writer, object key, Hit hit)
    {
        writer.WritePropertyName("key");
        if (key is bool flag)
        {
            writer.WriteNumberValue(flag ? 1 : 0);
            writer.WriteString("key_as_string", flag ? "true" : "false");
            return;
        }

        ExactValue.Write(writer, key);
        if (key is long date && Field.FieldOf(hit.Index)?.Type == FieldType.Date)
            writer.WriteString("key_as_string", DateText.Format(date));
    }

    private int Compare(KeyValuePair<object, List<Hit>> x, KeyValuePair<object, List<Hit>> y)
    {
        foreach (var (by, descending) in Order)
        {
            var order = by switch
            {
                "_count" => x.Value.Count.CompareTo(y.Value.Count),
                "_key" => CompareKeys(x.Key, y.Key),
                _ => Inner.Value(by, x.Value).CompareTo(Inner.Value(by, y.Value)),
            };
            if (order != 0)
                return descending ? -order : order;
        }

        return CompareKeys(x.Key, y.Key);
    }

    private static int CompareKeys(object x, object y) => ExactValue.Number(x) is { } a && ExactValue.Number(y) is { } b
        ? a.CompareTo(b)
        : string.CompareOrdinal(ExactValue.Text(x), ExactValue.Text(y));

    private static Func<string, bool> Filter(JsonNode? include, JsonNode? exclude)
    {
        var (wanted, unwanted) = (Set(include), Set(exclude));
        return text => (wanted is null || wanted(text)) && (unwanted is null || !unwanted(text));
    }

    // A list of values, or a regular expression over the whole of one.
    private static Func<string, bool>? Set(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonArray values:
                var set = values.Select(value => value.Text("include")).ToHashSet(StringComparer.Ordinal);
                return set.Contains;
            case JsonValue:
                try
                {
                    return new Regex($"^(?:{node.Text("include")})$", RegexOptions.NonBacktracking).IsMatch;
                }
                catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
                {
                    throw ElasticsearchError.Argument($"failed to parse regexp [{node}]: {exception.Message}");
                }

            default:
                throw ElasticsearchError.Unsupported("[include] with partitions");
        }
    }
}
