using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>Named aggregations side by side.</summary>
internal sealed class AggregationSet(IReadOnlyDictionary<string, Aggregation> members)
{
    private const int MaxDepth = 10;

    public static AggregationSet None { get; } = new(new Dictionary<string, Aggregation>());

    public bool IsEmpty => members.Count == 0;

    public static AggregationSet Parse(JsonNode? node, QueryParser queries, int depth = 0)
    {
        if (node is null)
            return None;
        if (depth > MaxDepth)
            throw ElasticsearchError.Argument($"Aggregations may be nested {MaxDepth} deep in TMCP's emulator of Elasticsearch");
        var members = new Dictionary<string, Aggregation>(StringComparer.Ordinal);
        foreach (var (name, definition) in node.AsObject("aggs"))
        {
            var given = definition.AsObject(name);
            var inner = Parse(given["aggs"] ?? given["aggregations"], queries, depth + 1);
            var kinds = given.Where(part => part.Key is not ("aggs" or "aggregations" or "meta")).ToList();
            if (kinds.Count != 1)
                throw ElasticsearchError.Parsing(kinds.Count == 0 ? $"Missing definition for aggregation [{name}]" : $"Found two aggregation type definitions in [{name}]: [{kinds[0].Key}] and [{kinds[1].Key}]");
            members[name] = AggregationParser.Parse(kinds[0].Key, kinds[0].Value.AsObject(kinds[0].Key), inner, queries);
        }

        return new AggregationSet(members);
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        writer.WriteStartObject("aggregations");
        WriteMembers(writer, hits);
        writer.WriteEndObject();
    }

    public void WriteMembers(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        foreach (var (name, aggregation) in members)
        {
            writer.WriteStartObject(name);
            aggregation.Write(writer, hits);
            writer.WriteEndObject();
        }
    }

    /// <summary>The value of a metric, for the order of buckets.</summary>
    public double Value(string name, IReadOnlyList<Hit> hits) => members.TryGetValue(name, out var aggregation)
        ? aggregation.Value(hits) ?? double.NegativeInfinity
        : throw ElasticsearchError.Argument($"Invalid aggregator order path [{name}]. The provided aggregation [{name}] either does not exist, or is not a metric.");
}
