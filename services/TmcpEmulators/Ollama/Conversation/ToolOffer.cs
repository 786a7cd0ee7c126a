using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Conversation;

/// <summary>A tool that the client offers, with the JSON schema of its arguments.</summary>
internal sealed record ToolOffer(string Name, string Description, JsonObject Parameters)
{
    /// <summary>The schemas of the arguments by name; empty for a tool without arguments.</summary>
    public JsonObject Properties => Parameters["properties"] as JsonObject ?? [];

    /// <summary>Names of the arguments that a call must have.</summary>
    public IEnumerable<string> Required =>
        (Parameters["required"] as JsonArray ?? []).Select(name => JsonText.StringOrNull(name)).OfType<string>();
}
