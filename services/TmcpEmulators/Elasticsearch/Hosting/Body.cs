using System.Text.Json;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Elasticsearch.Hosting;

/// <summary>Reads request bodies.</summary>
internal static class Body
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static async Task<byte[]> ReadBytesAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }

    /// <summary>The object in the body; an empty body is an empty object.</summary>
    public static async Task<JsonObject> ReadAsync(HttpContext context) => Parse(await ReadBytesAsync(context));

    public static JsonObject Parse(ReadOnlySpan<byte> json)
    {
        if (json.Trim(" \r\n\t"u8).IsEmpty)
            return [];
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) as JsonObject ?? throw ElasticsearchError.BadJson("Expected [START_OBJECT] at the start of the body");
        }
        catch (JsonException exception)
        {
            throw ElasticsearchError.BadJson($"[1:{exception.BytePositionInLine}] {exception.Message}");
        }
    }
}
