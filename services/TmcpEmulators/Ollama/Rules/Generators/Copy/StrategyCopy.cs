namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>The sentences of a strategy; the first two by campaign type.</summary>
internal sealed record StrategyCopy
{
    public required IReadOnlyDictionary<string, string[]> Names { get; init; }

    public required IReadOnlyDictionary<string, string[]> Acquisition { get; init; }

    /// <summary>Added when there is a goal.</summary>
    public required string[] Measures { get; init; }

    public required string[] Positioning { get; init; }

    public required string[] Values { get; init; }

    public required string[] Tones { get; init; }
}
