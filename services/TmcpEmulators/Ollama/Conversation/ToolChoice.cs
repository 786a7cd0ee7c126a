namespace TmcpEmulators.Ollama.Conversation;

/// <summary>Whether the model may, must or must not call a tool.</summary>
/// <param name="Allowed">False: answer in text only.</param>
/// <param name="Required">True: call some tool.</param>
/// <param name="Tool">The tool that must be called, when the client names one.</param>
internal sealed record ToolChoice(bool Allowed, bool Required, string? Tool)
{
    public static ToolChoice Auto { get; } = new(Allowed: true, Required: false, Tool: null);

    public static ToolChoice None { get; } = new(Allowed: false, Required: false, Tool: null);

    public static ToolChoice Any { get; } = new(Allowed: true, Required: true, Tool: null);

    public static ToolChoice Named(string tool) => new(Allowed: true, Required: true, tool);
}
