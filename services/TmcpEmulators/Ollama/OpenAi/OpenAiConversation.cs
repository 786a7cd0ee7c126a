using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>Turns a request below <c>/v1</c> into what the model reads.</summary>
internal static class OpenAiConversation
{
    public static ModelRequest Read(OpenAiChatRequest request) => new()
    {
        Turns = [.. (request.Messages ?? []).OfType<OpenAiMessage>().Select(ToTurn)],
        Tools = [.. (request.Tools ?? []).Select(tool => tool?.ToOffer()).OfType<ToolOffer>()],
        Choice = ReadChoice(request.ToolChoice),
        Format = ReadFormat(request.ResponseFormat),
        MaxTokens = request.MaxCompletionTokens ?? request.MaxTokens,
        Stops = ReadStops(request.Stop),
    };

    private static Turn ToTurn(OpenAiMessage message) => new(
        ToSpeaker(message.Role),
        ReadContent(message.Content),
        message.Name,
        [.. (message.ToolCalls ?? []).Select(ToCall).OfType<ToolCall>()],
        message.ToolCallId);

    private static ToolCall? ToCall(OpenAiToolCall? call)
    {
        if (call?.Function?.Name is not { Length: > 0 } name)
            return null;
        var arguments = string.IsNullOrWhiteSpace(call.Function.Arguments) ? [] : JsonText.TryParse(call.Function.Arguments) as JsonObject;
        return new ToolCall(call.Id ?? "", name, arguments ?? throw ApiException.BadRequest("invalid tool call arguments"));
    }

    private static Speaker ToSpeaker(string? role) => role switch
    {
        "system" or "developer" => Speaker.System,
        "user" => Speaker.User,
        "assistant" => Speaker.Assistant,
        "tool" => Speaker.Tool,
        _ => throw ApiException.BadRequest($"invalid role \"{role}\", must be one of [\"system\", \"user\", \"assistant\", \"tool\"]"),
    };

    private static string ReadContent(JsonNode? content) => content switch
    {
        null => "",
        JsonArray parts => string.Join('\n', parts.OfType<JsonObject>().Select(part => JsonText.StringOrNull(part["text"])).OfType<string>()),
        _ => JsonText.StringOrNull(content) ?? throw ApiException.BadRequest("invalid message content type"),
    };

    private static ToolChoice ReadChoice(JsonNode? choice) => choice switch
    {
        JsonObject named when JsonText.StringOrNull((named["function"] as JsonObject)?["name"]) is { } tool => ToolChoice.Named(tool),
        _ => JsonText.StringOrNull(choice) switch
        {
            "none" => ToolChoice.None,
            "required" => ToolChoice.Any,
            _ => ToolChoice.Auto,
        },
    };

    private static OutputFormat? ReadFormat(OpenAiResponseFormat? format) => format?.Type switch
    {
        "json_object" => new OutputFormat(Schema: null),
        "json_schema" => new OutputFormat(format.JsonSchema?.Schema ?? throw ApiException.BadRequest("response_format json_schema has no schema"), format.JsonSchema.Name),
        _ => null,
    };

    private static IReadOnlyList<string> ReadStops(JsonNode? stop) => stop switch
    {
        JsonArray several => [.. several.Select(JsonText.StringOrNull).OfType<string>()],
        _ => JsonText.StringOrNull(stop) is { } one ? [one] : [],
    };
}
