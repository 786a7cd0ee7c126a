using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.Native;

/// <summary>Turns the native API's requests into what the model reads.</summary>
internal static class NativeConversation
{
    public static ModelRequest Read(NativeChatRequest request) => new()
    {
        Turns = [.. (request.Messages ?? []).OfType<NativeMessage>().Select(ToTurn)],
        Tools = [.. (request.Tools ?? []).Select(tool => tool?.ToOffer()).OfType<ToolOffer>()],
        Format = ReadFormat(request.Format),
        MaxTokens = request.Options?.NumPredict,
        Stops = request.Options?.Stop ?? [],
    };

    public static ModelRequest Read(GenerateRequest request) => new()
    {
        Turns =
        [
            .. string.IsNullOrEmpty(request.System) ? (Turn[])[] : [new Turn(Speaker.System, request.System)],
            new Turn(Speaker.User, request.Prompt + request.Suffix),
        ],
        Format = ReadFormat(request.Format),
        MaxTokens = request.Options?.NumPredict,
        Stops = request.Options?.Stop ?? [],
    };

    /// <summary>Refuses what Ollama refuses for a model without the ability to think aloud.</summary>
    public static void CheckThink(JsonNode? think, string model)
    {
        if (think is JsonValue value && value.TryGetValue<bool>(out var wanted) && wanted)
            throw ApiException.BadRequest($"\"{model}\" does not support thinking");
    }

    private static Turn ToTurn(NativeMessage message) => new(
        ToSpeaker(message.Role),
        message.Content ?? "",
        message.ToolName ?? message.Name,
        [.. (message.ToolCalls ?? []).Select(ToCall).OfType<ToolCall>()],
        message.ToolCallId);

    private static ToolCall? ToCall(NativeToolCall? call) =>
        call?.Function?.Name is { Length: > 0 } name ? new ToolCall(call.Id ?? "", name, call.Function.Arguments ?? []) : null;

    private static Speaker ToSpeaker(string? role) => role switch
    {
        "system" => Speaker.System,
        "user" => Speaker.User,
        "assistant" => Speaker.Assistant,
        "tool" => Speaker.Tool,
        _ => throw ApiException.BadRequest($"invalid role \"{role}\", must be one of [\"system\", \"user\", \"assistant\", \"tool\"]"),
    };

    private static OutputFormat? ReadFormat(JsonNode? format) => format switch
    {
        null => null,
        JsonObject schema => new OutputFormat(schema),
        JsonValue value when JsonText.StringOrNull(value) == "" => null,
        JsonValue value when JsonText.StringOrNull(value) == "json" => new OutputFormat(Schema: null),
        _ => throw ApiException.BadRequest($"invalid format: {format.ToJsonString()}; expected \"json\" or a JSON schema"),
    };
}
