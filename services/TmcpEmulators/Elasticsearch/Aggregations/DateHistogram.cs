using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>A bucket for each stretch of time, empty ones between the first and the last included.</summary>
internal sealed class DateHistogram(FieldReader field, Interval interval, long minCount, bool descending, (long Min, long Max)? extended) : Aggregation
{
    private const int MaxBuckets = 65_536; // search.max_buckets

    public static DateHistogram Parse(JsonObject body, AggregationSet inner, long now)
    {
        body.Allow("date_histogram", "field", "fixed_interval", "calendar_interval", "time_zone", "min_doc_count", "extended_bounds", "order", "format");
        if (body["format"]?.Text("format") is { } format && !format.StartsWith("strict_date_optional_time", StringComparison.Ordinal) && format != "epoch_millis")
            throw ElasticsearchError.Unsupported($"[format: {format}] of [date_histogram]");
        var zone = TimeZones.Parse(body["time_zone"]?.Text("time_zone"));
        var interval = (body["fixed_interval"], body["calendar_interval"]) switch
        {
            ({ } width, null) => Interval.Fixed(width.Text("fixed_interval"), zone),
            (null, { } unit) => Interval.Calendar(unit.Text("calendar_interval"), zone),
            _ => throw ElasticsearchError.Argument("Invalid interval specified, must be non-null and non-empty: give one of [fixed_interval] and [calendar_interval]"),
        };
        var bounds = body["extended_bounds"] as JsonObject;
        bounds?.Allow("extended_bounds", "min", "max");
        return new DateHistogram(
            AggregationParser.Field(body, "date_histogram"),
            interval,
            body["min_doc_count"]?.Whole("min_doc_count") ?? 0,
            body["order"]?["_key"]?.Text("order") == "desc",
            bounds is null ? null : (DateMath.Parse(bounds["min"].Text("min"), now, up: false, zone), DateMath.Parse(bounds["max"].Text("max"), now, up: true, zone)))
        {
            Inner = inner,
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        var buckets = new SortedDictionary<long, List<Hit>>();
        foreach (var hit in hits)
        {
            foreach (var value in field.Values(hit))
                Bucket(buckets, interval.Floor(value is long time ? time : throw ElasticsearchError.Argument($"Field [{field.Path}] is not supported for aggregation [date_histogram]"))).Add(hit);
        }

        if (minCount == 0)
            Fill(buckets);
        writer.WriteStartArray("buckets");
        foreach (var (start, members) in (descending ? buckets.Reverse() : buckets).Where(bucket => bucket.Value.Count >= minCount))
        {
            writer.WriteStartObject();
            writer.WriteString("key_as_string", DateText.Format(start));
            writer.WriteNumber("key", start);
            WriteBucketBody(writer, members);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Fill(SortedDictionary<long, List<Hit>> buckets)
    {
        if (buckets.Count == 0 && extended is null)
            return;
        var first = Math.Min(buckets.Count > 0 ? buckets.First().Key : long.MaxValue, extended is { } low ? interval.Floor(low.Min) : long.MaxValue);
        var last = Math.Max(buckets.Count > 0 ? buckets.Last().Key : long.MinValue, extended is { } high ? interval.Floor(high.Max) : long.MinValue);
        for (var start = first; start <= last; start = interval.Next(start))
        {
            Bucket(buckets, start);
            if (buckets.Count > MaxBuckets)
                throw new ElasticsearchError(400, "too_many_buckets_exception", $"Trying to create too many buckets. Must be less than or equal to: [{MaxBuckets}] but was [{buckets.Count}]. This limit can be set by changing the [search.max_buckets] cluster level setting.");
        }
    }

    private static List<Hit> Bucket(SortedDictionary<long, List<Hit>> buckets, long start)
    {
        if (!buckets.TryGetValue(start, out var members))
            buckets[start] = members = [];
        return members;
    }
}
