using System.Text.Json;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>Something computed over the hits of a search or of a bucket.</summary>
internal abstract class Aggregation
{
    /// <summary>What is computed inside each bucket.</summary>
    public AggregationSet Inner { get; init; } = AggregationSet.None;

    /// <summary>Writes the members of the result's object.</summary>
    public abstract void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits);

    /// <summary>The one number of a metric, by which buckets can be ordered; null for others.</summary>
    public virtual double? Value(IReadOnlyList<Hit> hits) => null;

    protected void WriteBucketBody(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        writer.WriteNumber("doc_count", hits.Count);
        Inner.WriteMembers(writer, hits);
    }
}
