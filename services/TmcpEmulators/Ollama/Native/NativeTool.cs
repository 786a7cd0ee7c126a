using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Native;

/// <summary>A tool that a client offers; both API families write it alike.</summary>
internal sealed record NativeTool(string? Type, NativeFunction? Function)
{
    public ToolOffer? ToOffer() =>
        Function is { Name: { Length: > 0 } name } ? new ToolOffer(name, Function.Description ?? "", Function.Parameters as JsonObject ?? []) : null;
}

internal sealed record NativeFunction(string? Name, string? Description, JsonNode? Parameters);
