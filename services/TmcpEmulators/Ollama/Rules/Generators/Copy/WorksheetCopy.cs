namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>The sentences of a worksheet.</summary>
internal sealed record WorksheetCopy
{
    public required string Title { get; init; }

    public required string UntitledBrand { get; init; }

    public required string UntitledPersona { get; init; }

    public required string NoData { get; init; }

    public required string FitHeading { get; init; }

    public required string[] Fit { get; init; }

    public required string SwotHeading { get; init; }

    /// <summary>Strengths, weaknesses, opportunities, threats.</summary>
    public required string[] SwotNames { get; init; }

    public required string[] Strengths { get; init; }

    public required string[] Opportunities { get; init; }

    public required string[] Threats { get; init; }

    /// <summary>What is missing in the records, with the fact that would fill the gap; what matters most first.</summary>
    public required (string Fact, string Text)[] Gaps { get; init; }

    public required string NoGaps { get; init; }

    public required string HooksHeading { get; init; }

    public required string StepsHeading { get; init; }

    public required string[] Steps { get; init; }
}
