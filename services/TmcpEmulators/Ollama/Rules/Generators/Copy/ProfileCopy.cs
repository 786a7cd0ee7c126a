namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>The sentences of a brand and of its ideal customer.</summary>
internal sealed record ProfileCopy
{
    public required string[] Slogans { get; init; }

    public required string[] Missions { get; init; }

    /// <summary>Keywords for a worksheet that has too few words.</summary>
    public required string[] Keywords { get; init; }

    public required Person[] People { get; init; }

    public required string[] Summaries { get; init; }

    public required string[] Values { get; init; }

    public required string[] Interests { get; init; }

    public required string[] Personalities { get; init; }

    public required string[] Goals { get; init; }

    public required string[] Motivations { get; init; }

    public required string[] Pains { get; init; }

    public required string[] Frustrations { get; init; }
}

/// <summary>Somebody who could be a customer.</summary>
internal sealed record Person(string Name, string Age, string Gender, string Location, string Occupation, string Income);
