using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.Native;

/// <summary><c>POST /api/generate</c>.</summary>
internal static class GenerateEndpoint
{
    public static void MapGenerate(this WebApplication app) => app.MapPost("/api/generate", GenerateAsync);

    private static async Task GenerateAsync(
        HttpContext context, ModelCatalog catalog, LoadedModels loaded, Completer completer, OllamaSettings settings, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        var request = await RequestBody.ReadAsync(context, OllamaJson.Wire.GenerateRequest);
        var model = catalog.Find(request.Model) ?? throw ApiException.UnknownModel(request.Model ?? "");
        NativeConversation.CheckThink(request.Think, model.Name);
        loaded.Touch(model);

        if (string.IsNullOrEmpty(request.Prompt))
        {
            await TypedResults.Json(Line("") with { Done = true, DoneReason = "load" }, OllamaJson.Wire.GenerateResponse).ExecuteAsync(context);
            return;
        }

        var completion = completer.Complete(NativeConversation.Read(request));
        if (request.Stream == false)
        {
            await TypedResults.Json(Last(completion.Text, completion), OllamaJson.Wire.GenerateResponse).ExecuteAsync(context);
            return;
        }

        await using var stream = new JsonLines(context, settings.TokenDelay, clock);
        foreach (var piece in completion.Pieces)
            await stream.WriteAsync(Line(piece), OllamaJson.Wire.GenerateResponse);
        await stream.WriteAsync(Last("", completion), OllamaJson.Wire.GenerateResponse);

        GenerateResponse Line(string text) => new()
        {
            Model = request.Model!,
            CreatedAt = WireTime.Format(clock.GetUtcNow()),
            Response = text,
        };

        GenerateResponse Last(string text, Completion done)
        {
            var line = Line(text) with { Done = true, DoneReason = done.Cut ? "length" : "stop", Context = [] };
            line.Measure(done, clock.GetElapsedTime(started));
            return line;
        }
    }
}
