namespace TmcpEmulators.Ollama.Native;

/// <summary>A line of the answer of <c>/api/generate</c>, or all of it.</summary>
internal sealed record GenerateResponse : NativeMetrics
{
    public required string Model { get; init; }

    public required string CreatedAt { get; init; }

    public required string Response { get; init; }

    public bool Done { get; init; }

    /// <summary><c>stop</c>, <c>length</c> or <c>load</c>; absent before the end.</summary>
    public string? DoneReason { get; init; }

    /// <summary>The conversation as tokens. The emulator has none to give back, so a client starts anew.</summary>
    public IReadOnlyList<int>? Context { get; init; }
}
