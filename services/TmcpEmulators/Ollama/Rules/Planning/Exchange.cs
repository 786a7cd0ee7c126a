using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>A tool call of this request that has been answered.</summary>
internal sealed record Exchange(ToolCall Call, ToolResult Result);
