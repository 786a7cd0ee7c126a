namespace TmcpEmulators.Ollama.Native;

/// <summary>The options that mean something to a model without randomness; the others are accepted and ignored.</summary>
internal sealed record NativeOptions
{
    /// <summary>Most tokens of the answer; negative: no limit.</summary>
    public int? NumPredict { get; init; }

    public IReadOnlyList<string>? Stop { get; init; }
}
