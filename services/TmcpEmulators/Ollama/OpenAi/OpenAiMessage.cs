using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>A message of a request: its content is a text or a list of parts.</summary>
internal sealed record OpenAiMessage
{
    public string? Role { get; init; }

    public JsonNode? Content { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<OpenAiToolCall?>? ToolCalls { get; init; }

    public string? ToolCallId { get; init; }
}

/// <summary>A tool call, both ways; <c>index</c> only in a stream.</summary>
internal sealed record OpenAiToolCall(string? Id, OpenAiFunctionCall? Function)
{
    public int? Index { get; init; }

    public string? Type { get; init; } = "function";
}

/// <summary>The arguments are JSON written as a string.</summary>
internal sealed record OpenAiFunctionCall(string? Name, string? Arguments);

/// <summary>A message of an answer, whole or a stream's delta.</summary>
internal sealed record OpenAiAnswer(string Role)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Content { get; init; }

    public IReadOnlyList<OpenAiToolCall>? ToolCalls { get; init; }
}
