namespace TmcpEmulators.Ollama.Conversation;

/// <summary>Everything that the model knows: one request.</summary>
internal sealed record ModelRequest
{
    public required IReadOnlyList<Turn> Turns { get; init; }

    public IReadOnlyList<ToolOffer> Tools { get; init; } = [];

    public ToolChoice Choice { get; init; } = ToolChoice.Auto;

    /// <summary>Null: plain text.</summary>
    public OutputFormat? Format { get; init; }

    /// <summary>Most tokens of the answer; null or negative: no limit.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Texts that end the answer where they first appear.</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];
}
