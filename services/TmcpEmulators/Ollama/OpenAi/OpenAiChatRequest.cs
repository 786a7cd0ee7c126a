using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Native;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>The body of <c>POST /v1/chat/completions</c>, as far as Ollama reads it.</summary>
internal sealed record OpenAiChatRequest
{
    public string? Model { get; init; }

    public IReadOnlyList<OpenAiMessage?>? Messages { get; init; }

    public IReadOnlyList<NativeTool?>? Tools { get; init; }

    /// <summary><c>"auto"</c>, <c>"none"</c>, <c>"required"</c> or an object that names a function.</summary>
    public JsonNode? ToolChoice { get; init; }

    public OpenAiResponseFormat? ResponseFormat { get; init; }

    /// <summary>False unless the client says otherwise.</summary>
    public bool? Stream { get; init; }

    public OpenAiStreamOptions? StreamOptions { get; init; }

    public int? MaxTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    /// <summary>A text or a list of texts.</summary>
    public JsonNode? Stop { get; init; }
}

internal sealed record OpenAiStreamOptions(bool? IncludeUsage);

internal sealed record OpenAiResponseFormat(string? Type, OpenAiJsonSchema? JsonSchema);

internal sealed record OpenAiJsonSchema(string? Name, JsonNode? Schema);
