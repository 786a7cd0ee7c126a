using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Conversation;

/// <summary>The form that the client demands for the answer's text.</summary>
/// <param name="Schema">The JSON schema to satisfy; null when any JSON object will do.</param>
/// <param name="Name">What the client calls the schema.</param>
internal sealed record OutputFormat(JsonNode? Schema, string? Name = null);
