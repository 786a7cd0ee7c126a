namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>What the editor says about a text. Places are numbered.</summary>
internal sealed record EditorCopy
{
    public required string NoCall { get; init; }

    public required string Duplicate { get; init; }

    public required string TooLong { get; init; }

    public required string TooManyTags { get; init; }

    public required string TooShort { get; init; }

    public required string Forbidden { get; init; }

    public required string NoBrand { get; init; }
}
