using System.Text.Json;
using TmcpEmulators.Elasticsearch.Queries;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>Hits as JSON.</summary>
internal static class HitWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits, SearchRequest request, double? maxScore)
    {
        writer.WritePropertyName("max_score");
        ExactValue.Write(writer, maxScore);
        writer.WriteStartArray("hits");
        foreach (var hit in hits)
            Write(writer, hit, request);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Hit hit, SearchRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("_index", hit.Index.Name);
        writer.WriteString("_id", hit.Document.Id);
        writer.WritePropertyName("_score");
        ExactValue.Write(writer, request.Order.HasScore ? hit.Score : null);
        if (request.ShowsVersion)
            writer.WriteNumber("_version", hit.Document.Version);
        if (request.ShowsSequence)
        {
            writer.WriteNumber("_seq_no", hit.Document.SequenceNumber);
            writer.WriteNumber("_primary_term", 1);
        }

        if (request.Source.IsOn)
        {
            writer.WritePropertyName("_source");
            request.Source.Write(writer, hit.Document.Source);
        }

        if (request.ShowsKeys)
        {
            writer.WriteStartArray("sort");
            foreach (var key in hit.Keys.AsSpan(0, hit.Keys.Length - 1))
                ExactValue.Write(writer, key);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
