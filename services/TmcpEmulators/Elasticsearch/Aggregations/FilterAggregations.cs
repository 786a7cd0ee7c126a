using System.Text.Json;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>One bucket of what fits a query.</summary>
internal sealed class FilterAggregation(Query query) : Aggregation
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits) => WriteBucketBody(writer, Fitting(hits, query));

    public static List<Hit> Fitting(IReadOnlyList<Hit> hits, Query query)
    {
        var matchers = hits.Select(hit => hit.Index).Distinct().ToDictionary(index => index, query.Bind);
        return [.. hits.Where(hit => matchers[hit.Index](hit.Document) >= 0)];
    }
}

/// <summary>A bucket for each of several queries.</summary>
internal sealed class FiltersAggregation(IReadOnlyList<(string Name, Query Query)> filters, bool named, string? other) : Aggregation
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        var rest = new HashSet<Hit>(other is null ? [] : hits, ReferenceEqualityComparer.Instance);
        writer.WritePropertyName("buckets");
        if (named)
            writer.WriteStartObject();
        else
            writer.WriteStartArray();
        foreach (var (name, query) in filters)
        {
            var fitting = FilterAggregation.Fitting(hits, query);
            rest.ExceptWith(fitting);
            WriteBucket(writer, name, fitting);
        }

        if (other is not null)
            WriteBucket(writer, other, [.. rest]);
        if (named)
            writer.WriteEndObject();
        else
            writer.WriteEndArray();
    }

    private void WriteBucket(Utf8JsonWriter writer, string name, IReadOnlyList<Hit> hits)
    {
        if (named)
            writer.WritePropertyName(name);
        writer.WriteStartObject();
        WriteBucketBody(writer, hits);
        writer.WriteEndObject();
    }
}

/// <summary>One bucket of what has no value in a field.</summary>
internal sealed class MissingAggregation(FieldReader field) : Aggregation
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits) => WriteBucketBody(writer, [.. hits.Where(hit => field.First(hit) is null)]);
}
