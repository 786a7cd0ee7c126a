using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>The first documents of a bucket.</summary>
internal sealed class TopHitsAggregation(SearchRequest request) : Aggregation
{
    public static TopHitsAggregation Parse(JsonObject body)
    {
        body.Allow("top_hits", "size", "from", "sort", "_source");
        var keys = SortKey.Parse(body["sort"]);
        var (from, size) = (body["from"]?.Whole("from") ?? 0, body["size"]?.Whole("size") ?? 3);
        if (from < 0 || size < 0 || from + size > 100)
            throw ElasticsearchError.Argument("Top hits result window is too large, the top hits aggregator's from + size must be less than or equal to: [100]");
        return new TopHitsAggregation(new SearchRequest
        {
            Query = new MatchAllQuery(),
            From = (int)from,
            Size = (int)size,
            Order = keys.Count == 0 ? HitOrder.ByScore : new HitOrder(keys),
            ShowsKeys = keys.Count > 0,
            Source = SourceFilter.Parse(body["_source"]),
        });
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        var top = new TopHits(request.Order, request.From + request.Size);
        var position = 0L;
        foreach (var hit in hits)
        {
            var own = hit with { Keys = [] };
            request.Order.Assign(own, position++);
            top.Add(own);
        }

        writer.WriteStartObject("hits");
        writer.WriteStartObject("total");
        writer.WriteNumber("value", hits.Count);
        writer.WriteString("relation", "eq");
        writer.WriteEndObject();
        HitWriter.Write(writer, top.Take(request.From), request, request.Order.HasScore && hits.Count > 0 ? hits.Max(hit => hit.Score) : null);
        writer.WriteEndObject();
    }
}
