namespace TmcpEmulators.Ollama.Conversation;

/// <summary>One message of the conversation, in the form that both API families share.</summary>
/// <param name="Speaker">Whose message it is.</param>
/// <param name="Text">Its text; empty when it only carries tool calls.</param>
/// <param name="Name">The participant's name when the client gave one (a member of a team, a tool).</param>
/// <param name="Calls">Tool calls that the assistant asked for.</param>
/// <param name="CallId">For a tool's result: the call that it answers, when the client says so.</param>
internal sealed record Turn(Speaker Speaker, string Text, string? Name = null, IReadOnlyList<ToolCall>? Calls = null, string? CallId = null)
{
    public IReadOnlyList<ToolCall> Calls { get; init; } = Calls ?? [];
}
