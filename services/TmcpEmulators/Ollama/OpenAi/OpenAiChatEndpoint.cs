using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary><c>POST /v1/chat/completions</c>.</summary>
internal static class OpenAiChatEndpoint
{
    private static int _answers;

    public static void MapOpenAiChat(this WebApplication app) => app.MapPost("/v1/chat/completions", ChatAsync);

    private static async Task ChatAsync(
        HttpContext context, ModelCatalog catalog, LoadedModels loaded, Completer completer, OllamaSettings settings, TimeProvider clock)
    {
        var request = await RequestBody.ReadAsync(context, OllamaJson.Wire.OpenAiChatRequest);
        if (request.Messages is null or { Count: 0 })
            throw ApiException.BadRequest("[] is too short - 'messages'");
        if (string.IsNullOrEmpty(request.Model))
            throw ApiException.BadRequest("model is required");
        loaded.Touch(catalog.Find(request.Model) ?? throw ApiException.UnknownModel(request.Model));

        var completion = completer.Complete(OpenAiConversation.Read(request));
        var id = $"chatcmpl-{Interlocked.Increment(ref _answers)}";
        var created = clock.GetUtcNow().ToUnixTimeSeconds();
        if (request.Stream != true)
        {
            await TypedResults.Json(Whole(id, created, request.Model, completion), OllamaJson.Wire.OpenAiCompletion).ExecuteAsync(context);
            return;
        }

        await using var stream = new ServerSentEvents(context, settings.TokenDelay, clock);
        foreach (var delta in Deltas(completion))
            await stream.WriteAsync(Chunk([delta]), OllamaJson.Wire.OpenAiChunk);
        if (request.StreamOptions?.IncludeUsage == true)
            await stream.WriteAsync(Chunk([]) with { Usage = Usage(completion) }, OllamaJson.Wire.OpenAiChunk);
        await stream.EndAsync();

        OpenAiChunk Chunk(IReadOnlyList<OpenAiDelta> choices) => new() { Id = id, Created = created, Model = request.Model, Choices = choices };
    }

    private static OpenAiCompletion Whole(string id, long created, string model, Completion completion) => new()
    {
        Id = id,
        Created = created,
        Model = model,
        Choices =
        [
            new OpenAiChoice(0, new OpenAiAnswer("assistant")
            {
                Content = completion.Text,
                ToolCalls = completion.Call is { } call ? [ToWire(call)] : null,
            }, FinishReason(completion)),
        ],
        Usage = Usage(completion),
    };

    private static IEnumerable<OpenAiDelta> Deltas(Completion completion)
    {
        foreach (var piece in completion.Pieces)
            yield return new OpenAiDelta(0, new OpenAiAnswer("assistant") { Content = piece });
        if (completion.Call is { } call)
            yield return new OpenAiDelta(0, new OpenAiAnswer("assistant") { Content = "", ToolCalls = [ToWire(call) with { Index = 0 }] });
        yield return new OpenAiDelta(0, new OpenAiAnswer("assistant") { Content = "" }) { FinishReason = FinishReason(completion) };
    }

    private static OpenAiToolCall ToWire(ToolCall call) => new(call.Id, new OpenAiFunctionCall(call.Name, call.Arguments.ToJsonString()));

    private static string FinishReason(Completion completion) => (completion.Call, completion.Cut) switch
    {
        (not null, _) => "tool_calls",
        (_, true) => "length",
        _ => "stop",
    };

    private static OpenAiUsage Usage(Completion completion) =>
        new(completion.PromptTokens, completion.AnswerTokens, completion.PromptTokens + completion.AnswerTokens);
}
