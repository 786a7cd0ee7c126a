namespace TmcpEmulators.Ollama.Native;

/// <summary>One line of a pull: a status with the progress of a layer, or an error.</summary>
internal sealed record PullProgress
{
    public string? Status { get; init; }

    public string? Digest { get; init; }

    /// <summary>Bytes of the layer.</summary>
    public long? Total { get; init; }

    /// <summary>Bytes that have arrived.</summary>
    public long? Completed { get; init; }

    public string? Error { get; init; }
}
