using OpenAI.Chat;

namespace Tmcp.Agent.Model;

/// <summary>A finished answer.</summary>
/// <param name="Text">What was said, empty when only tools were called.</param>
/// <param name="ToolCalls">What the model wants called, in its order.</param>
/// <param name="InputTokens">As the server counted them, or an estimate.</param>
/// <param name="OutputTokens">As the server counted them, or an estimate.</param>
internal sealed record ModelAnswer(string Text, IReadOnlyList<ChatToolCall> ToolCalls, int InputTokens, int OutputTokens);
