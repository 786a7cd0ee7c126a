namespace TmcpEmulators.Ollama.Conversation;

/// <summary>What the model says: a text, or one tool call.</summary>
internal sealed record ModelReply(string Text, ToolCall? Call = null)
{
    public static ModelReply Say(string text) => new(text);

    public static ModelReply Do(ToolCall call) => new("", call);
}
