using System.Text.Json;
using TmcpEmulators.Elasticsearch.Indices;
using TmcpEmulators.Elasticsearch.Queries;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>
/// Runs a search by looking at every document of the segments whose time can fit. There is no inverted index: a development machine's
/// logs are read faster than they would be indexed.
/// </summary>
internal static class SearchRunner
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SearchIndex> indexes, SearchRequest request, TimeProvider clock, bool totalAsNumber = false, bool statusToo = false)
    {
        var started = clock.GetTimestamp();
        foreach (var key in request.Order.Keys)
            key.Check(indexes);
        var top = new TopHits(request.Order, request.From + request.Size);
        var matched = request.Aggregations.IsEmpty ? null : new List<Hit>();
        var filters = request.PostFilter is null ? null : indexes.ToDictionary(index => index, request.PostFilter.Bind);
        var (total, maxScore) = (0L, double.NegativeInfinity);
        foreach (var hit in Scan(indexes, request.Query, request.MinScore))
        {
            matched?.Add(hit);
            if (filters is not null && filters[hit.Index](hit.Document) < 0)
                continue;
            total++;
            maxScore = Math.Max(maxScore, hit.Score);
            if (request.Size == 0)
                continue;
            request.Order.Assign(hit, total);
            if (request.After is null || request.Order.IsAfter(hit, request.After))
                top.Add(hit);
        }

        var hits = request.Size == 0 ? [] : top.Take(request.From);
        writer.WriteStartObject();
        writer.WriteNumber("took", (long)clock.GetElapsedTime(started).TotalMilliseconds);
        writer.WriteBoolean("timed_out", false);
        WriteShards(writer, indexes.Count);
        writer.WriteStartObject("hits");
        WriteTotal(writer, total, request.TrackTotal, totalAsNumber);
        HitWriter.Write(writer, hits, request, hits.Count == 0 || !request.Order.HasScore ? null : maxScore);
        writer.WriteEndObject();
        if (matched is not null)
            request.Aggregations.Write(writer, matched);
        if (statusToo)
            writer.WriteNumber("status", StatusCodes.Status200OK);
        writer.WriteEndObject();
    }

    public static long Count(IReadOnlyList<SearchIndex> indexes, Query query) => Scan(indexes, query, 0).LongCount();

    public static void WriteShards(Utf8JsonWriter writer, int count)
    {
        writer.WriteStartObject("_shards");
        writer.WriteNumber("total", count);
        writer.WriteNumber("successful", count);
        writer.WriteNumber("skipped", 0);
        writer.WriteNumber("failed", 0);
        writer.WriteEndObject();
    }

    private static IEnumerable<Hit> Scan(IReadOnlyList<SearchIndex> indexes, Query query, double minScore)
    {
        var (from, to) = query.Times;
        foreach (var index in indexes)
        {
            var matcher = query.Bind(index);
            foreach (var segment in index.Segments)
            {
                if (segment.IsOutside(from, to) && (from > long.MinValue || to < long.MaxValue))
                    continue;
                foreach (var document in segment.Documents)
                {
                    if (document.IsGone)
                        continue;
                    var score = matcher(document);
                    if (score >= minScore && score >= 0)
                        yield return new Hit(index, document, score);
                }
            }
        }
    }

    private static void WriteTotal(Utf8JsonWriter writer, long total, long limit, bool asNumber)
    {
        if (limit < 0)
            return;
        if (asNumber)
        {
            writer.WriteNumber("total", total);
            return;
        }

        writer.WriteStartObject("total");
        writer.WriteNumber("value", Math.Min(total, limit));
        writer.WriteString("relation", total > limit ? "gte" : "eq");
        writer.WriteEndObject();
    }
}
