namespace TmcpEmulators.Ollama.Native;

/// <summary>One model of <c>/api/tags</c> (with <c>modified_at</c>) or <c>/api/ps</c> (with <c>expires_at</c> and <c>size_vram</c>).</summary>
internal sealed record ModelSummary(string Name, string Model, long Size, string Digest, ModelDetails Details)
{
    public string? ModifiedAt { get; init; }

    public string? ExpiresAt { get; init; }

    public long? SizeVram { get; init; }
}

/// <summary>The answer of <c>/api/tags</c> and <c>/api/ps</c>.</summary>
internal sealed record ModelList(IReadOnlyList<ModelSummary> Models);
