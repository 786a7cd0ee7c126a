namespace TmcpEmulators.Ollama.Conversation;

/// <summary>A finished answer with what the APIs report about it.</summary>
internal sealed record Completion
{
    /// <summary>The text in the pieces that a stream sends.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    public ToolCall? Call { get; init; }

    /// <summary>True when the limit of tokens cut the text.</summary>
    public bool Cut { get; init; }

    /// <summary>Tokens of the request.</summary>
    public int PromptTokens { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public int AnswerTokens { get; init; }

    /// <summary>Time that reading the request and finding the answer took.</summary>
    public TimeSpan ThinkingTime { get; init; }

    public string Text => string.Concat(Pieces);
}
