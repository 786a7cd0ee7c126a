using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Native;

/// <summary>A message of <c>/api/chat</c>, both ways.</summary>
internal sealed record NativeMessage
{
    public string? Role { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<NativeToolCall>? ToolCalls { get; init; }

    /// <summary>On a tool's result: the tool.</summary>
    public string? ToolName { get; init; }

    /// <summary>On a tool's result: the call, when the client keeps ids.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>The participant, where a client tells several apart.</summary>
    public string? Name { get; init; }
}

internal sealed record NativeToolCall(NativeFunctionCall? Function)
{
    public string? Id { get; init; }
}

internal sealed record NativeFunctionCall(string? Name, JsonObject? Arguments)
{
    public int? Index { get; init; }
}
