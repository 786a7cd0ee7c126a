using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Native;

/// <summary>The body of <c>POST /api/chat</c>.</summary>
internal sealed record NativeChatRequest
{
    public string? Model { get; init; }

    public IReadOnlyList<NativeMessage?>? Messages { get; init; }

    public IReadOnlyList<NativeTool?>? Tools { get; init; }

    /// <summary><c>"json"</c>, a JSON schema, or nothing.</summary>
    public JsonNode? Format { get; init; }

    public NativeOptions? Options { get; init; }

    /// <summary>True unless the client says otherwise.</summary>
    public bool? Stream { get; init; }

    public JsonNode? Think { get; init; }
}
