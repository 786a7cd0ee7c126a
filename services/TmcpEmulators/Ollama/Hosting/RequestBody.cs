using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Hosting;

/// <summary>Reads a JSON body whatever its content type says, as Ollama does.</summary>
internal static class RequestBody
{
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (buffer.Length == 0)
            throw ApiException.BadRequest("missing request body");

        try
        {
            var json = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
            JsonText.CheckStrings(json);
            return JsonSerializer.Deserialize(json, type) ?? throw ApiException.BadRequest("missing request body");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw ApiException.BadRequest($"invalid JSON in the request body: {exception.Message}");
        }
    }
}
