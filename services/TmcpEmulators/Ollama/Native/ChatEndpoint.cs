using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.Native;

/// <summary><c>POST /api/chat</c>.</summary>
internal static class ChatEndpoint
{
    public static void MapChat(this WebApplication app) => app.MapPost("/api/chat", ChatAsync);

    private static async Task ChatAsync(
        HttpContext context, ModelCatalog catalog, LoadedModels loaded, Completer completer, OllamaSettings settings, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        var request = await RequestBody.ReadAsync(context, OllamaJson.Wire.NativeChatRequest);
        if (string.IsNullOrEmpty(request.Model))
            throw ApiException.BadRequest("model is required");
        var model = catalog.Find(request.Model) ?? throw ApiException.UnknownModel(request.Model);
        NativeConversation.CheckThink(request.Think, request.Model);
        loaded.Touch(model);

        if (request.Messages is null or { Count: 0 })
        {
            var ready = Line(new NativeMessage { Role = "assistant", Content = "" }) with { Done = true, DoneReason = "load" };
            await TypedResults.Json(ready, OllamaJson.Wire.NativeChatResponse).ExecuteAsync(context);
            return;
        }

        var completion = completer.Complete(NativeConversation.Read(request));
        if (request.Stream == false)
        {
            await TypedResults.Json(Last(Whole(completion), completion), OllamaJson.Wire.NativeChatResponse).ExecuteAsync(context);
            return;
        }

        await using var stream = new JsonLines(context, settings.TokenDelay, clock);
        foreach (var message in Parts(completion))
            await stream.WriteAsync(Line(message), OllamaJson.Wire.NativeChatResponse);
        await stream.WriteAsync(Last(new NativeMessage { Role = "assistant", Content = "" }, completion), OllamaJson.Wire.NativeChatResponse);

        NativeChatResponse Line(NativeMessage message) => new()
        {
            Model = request.Model,
            CreatedAt = WireTime.Format(clock.GetUtcNow()),
            Message = message,
        };

        NativeChatResponse Last(NativeMessage message, Completion done)
        {
            var line = Line(message) with { Done = true, DoneReason = done.Cut ? "length" : "stop" };
            line.Measure(done, clock.GetElapsedTime(started));
            return line;
        }
    }

    private static NativeMessage Whole(Completion completion) => new()
    {
        Role = "assistant",
        Content = completion.Text,
        ToolCalls = completion.Call is { } call ? [ToWire(call)] : null,
    };

    private static IEnumerable<NativeMessage> Parts(Completion completion)
    {
        foreach (var piece in completion.Pieces)
            yield return new NativeMessage { Role = "assistant", Content = piece };
        if (completion.Call is { } call)
            yield return new NativeMessage { Role = "assistant", Content = "", ToolCalls = [ToWire(call)] };
    }

    private static NativeToolCall ToWire(ToolCall call) => new(new NativeFunctionCall(call.Name, call.Arguments) { Index = 0 }) { Id = call.Id };
}
