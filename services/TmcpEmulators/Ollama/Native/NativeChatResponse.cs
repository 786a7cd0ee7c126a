namespace TmcpEmulators.Ollama.Native;

/// <summary>A line of the answer of <c>/api/chat</c>, or all of it.</summary>
internal sealed record NativeChatResponse : NativeMetrics
{
    public required string Model { get; init; }

    public required string CreatedAt { get; init; }

    public required NativeMessage Message { get; init; }

    public bool Done { get; init; }

    /// <summary><c>stop</c>, <c>length</c> or <c>load</c>; absent before the end.</summary>
    public string? DoneReason { get; init; }
}
