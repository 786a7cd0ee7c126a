using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Conversation;

/// <summary>A call that the model asks its client to make.</summary>
internal sealed record ToolCall(string Id, string Name, JsonObject Arguments);
