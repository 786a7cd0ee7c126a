namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>How much two texts have in common.</summary>
internal static class Likeness
{
    private const int MaxWords = 500;

    /// <summary>Share of the pairs of neighbouring words that both have: 0 to 1.</summary>
    public static double Of(string left, string right)
    {
        var (mine, other) = (Pairs(left), Pairs(right));
        if (mine.Count == 0 || other.Count == 0)
            return 0;
        var common = mine.Count(other.Contains);
        return (double)common / (mine.Count + other.Count - common);
    }

    private static HashSet<string> Pairs(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '\t', '.', ',', '!', '?', ':', ';', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).ToList();
        return words.Zip(words.Skip(1), (first, second) => $"{first} {second}").ToHashSet(StringComparer.Ordinal);
    }
}
