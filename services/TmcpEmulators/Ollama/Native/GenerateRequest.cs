using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Native;

/// <summary>The body of <c>POST /api/generate</c>.</summary>
internal sealed record GenerateRequest
{
    public string? Model { get; init; }

    public string? Prompt { get; init; }

    public string? System { get; init; }

    public string? Suffix { get; init; }

    public JsonNode? Format { get; init; }

    public NativeOptions? Options { get; init; }

    public bool? Stream { get; init; }

    public JsonNode? Think { get; init; }
}
