namespace TmcpEmulators.Ollama.Conversation;

/// <summary>Who a turn of the conversation comes from.</summary>
internal enum Speaker
{
    System,
    User,
    Assistant,
    Tool,
}
