using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>From JSON to aggregations.</summary>
internal static class AggregationParser
{
    public static Aggregation Parse(string kind, JsonObject body, AggregationSet inner, QueryParser queries)
    {
        switch (kind)
        {
            case "terms":
                return TermsAggregation.Parse(body, inner);
            case "date_histogram":
                return DateHistogram.Parse(body, inner, queries.Now);
            case "filter":
                return new FilterAggregation(queries.Parse(body)) { Inner = inner };
            case "filters":
                return Filters(body, inner, queries);
            case "missing":
                return new MissingAggregation(Field(body, kind)) { Inner = inner };
            case "top_hits":
                return TopHitsAggregation.Parse(body);
            case "min" or "max" or "avg" or "sum" or "value_count" or "stats" or "cardinality":
                body.Allow(kind, "field", "missing", "precision_threshold");
                return new MetricAggregation(kind, Field(body, kind), body["missing"]?.GetValue<double>());
            default:
                throw ElasticsearchError.Parsing($"Unknown aggregation type [{kind}]");
        }
    }

    public static FieldReader Field(JsonObject body, string kind) =>
        new(body["field"]?.Text("field") ?? throw ElasticsearchError.Argument($"Required one of fields [field, script], but none were specified. (aggregation [{kind}])"));

    private static FiltersAggregation Filters(JsonObject body, AggregationSet inner, QueryParser queries)
    {
        body.Allow("filters", "filters", "other_bucket", "other_bucket_key", "keyed");
        var named = body["filters"] is JsonObject;
        var filters = named
            ? ((JsonObject)body["filters"]!).Select(filter => (filter.Key, queries.Parse(filter.Value))).ToList()
            : [.. body["filters"].Many().Select(filter => ("", queries.Parse(filter)))];
        var other = body["other_bucket_key"]?.Text("other_bucket_key") ?? (body["other_bucket"]?.Flag("other_bucket") == true ? "_other_" : null);
        return new FiltersAggregation(filters, named, other) { Inner = inner };
    }
}
