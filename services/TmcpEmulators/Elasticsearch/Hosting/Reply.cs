using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Elasticsearch.Hosting;

/// <summary>Writes answers in the media type that the client asked for.</summary>
internal static class Reply
{
    private const string Compatible = "application/vnd.elasticsearch+json";

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static Task WriteAsync(HttpContext context, JsonNode body, int status = StatusCodes.Status200OK) =>
        WriteAsync(context, writer => body.WriteTo(writer), status);

    /// <summary>Runs <paramref name="write"/> into a buffer first, so that an error in it can still become an answer.</summary>
    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        using var buffer = new MemoryStream();
        var options = Options;
        if (context.Request.Query.ContainsKey("pretty"))
            options.Indented = true;
        using (var writer = new Utf8JsonWriter(buffer, options))
            write(writer);
        await WriteAsync(context, buffer.GetBuffer().AsMemory(0, (int)buffer.Length), status);
    }

    public static Task WriteTextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=UTF-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json, int status)
    {
        context.Response.StatusCode = status;
        var accepts = context.Request.Headers.Accept.ToString();
        context.Response.ContentType = accepts.Contains(Compatible, StringComparison.Ordinal) ? Compatible + ";compatible-with=8" : "application/json";
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
