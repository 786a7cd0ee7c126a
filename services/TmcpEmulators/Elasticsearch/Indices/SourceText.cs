using System.Text.Json;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>Brings a source onto one line, as the segment files need it.</summary>
internal static class SourceText
{
    public static byte[] OneLine(ReadOnlySpan<byte> source)
    {
        if (source.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return source.ToArray();
        try
        {
            using var json = JsonDocument.Parse(source.ToArray());
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, Reply.Options))
                json.RootElement.WriteTo(writer);
            return buffer.ToArray();
        }
        catch (JsonException exception)
        {
            throw new ElasticsearchError(400, "document_parsing_exception", $"failed to parse: {exception.Message}");
        }
    }
}
