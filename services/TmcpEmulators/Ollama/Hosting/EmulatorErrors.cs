using System.Text.Json;
using TmcpEmulators.Ollama.OpenAi;

namespace TmcpEmulators.Ollama.Hosting;

/// <summary>
/// Marks every answer as the emulator's, and gives failures the error shape of the API family that was called:
/// <c>{"error":"…"}</c> for the native one, <c>{"error":{"message":…,"type":…}}</c> below <c>/v1</c>.
/// </summary>
internal sealed class EmulatorErrors(RequestDelegate next)
{
    public const string HeaderName = "X-Tmcp-Emulator";

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers[HeaderName] = "ollama";
        try
        {
            await next(context);
        }
        catch (ApiException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, exception.Status, exception.Message);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            var tooLarge = exception.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await WriteAsync(context, exception.StatusCode, tooLarge ? "http: request body too large" : exception.Message);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
            ? JsonSerializer.SerializeToUtf8Bytes(OpenAiError.Of(status, message), OllamaJson.Wire.OpenAiError)
            : JsonSerializer.SerializeToUtf8Bytes(new NativeError(message), OllamaJson.Wire.NativeError);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
