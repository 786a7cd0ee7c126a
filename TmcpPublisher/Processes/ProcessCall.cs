namespace Tmcp.Publisher.Processes;

/// <summary>A program with its arguments as a list: no shell reads them.</summary>
/// <param name="Program">A name on PATH, or a path.</param>
/// <param name="Arguments">In order.</param>
internal sealed record ProcessCall(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs; null: here.</summary>
    internal string? Folder { get; init; }

    /// <summary>What it reads from its standard input.</summary>
    internal string? Input { get; init; }

    /// <summary>Variables that it gets beside those of this process. Secrets travel here, never in the arguments.</summary>
    internal IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>For a reader; quotes are for the eye only.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(word => word.Length > 0 && !word.Any(char.IsWhiteSpace) ? word : $"'{word}'"));
}
