using System.Text.Json;

namespace Tmcp.Agent.Chat;

/// <summary>A chat in one piece.</summary>
/// <param name="ConversationId">For the next message.</param>
/// <param name="Response">What the team said.</param>
/// <param name="ToolCalls">What it did.</param>
internal sealed record ChatAnswer(string ConversationId, string Response, IReadOnlyList<ToolCallReport> ToolCalls);

/// <param name="Tool">Its name.</param>
/// <param name="Input">Arguments as the model wrote them.</param>
/// <param name="Output">What came back.</param>
internal sealed record ToolCallReport(string Tool, JsonElement Input, string Output);

/// <summary>Body of <c>POST /api/{user_id}/chat</c>.</summary>
/// <param name="Message">What the user says.</param>
/// <param name="ConversationId">From an earlier answer, or null to begin a conversation.</param>
internal sealed record ChatMessageRequest(string Message, string? ConversationId = null);
