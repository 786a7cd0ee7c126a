namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Reads what a client says is wrong with an answer.</summary>
internal static class ComplaintReader
{
    private const string Mark = "Validation errors:";
    private const int MaxText = 10_000;
    private static readonly string[] Words = ["at most", "no more than", "maximum", "maxlength", "longer than", "limit", "exceeds", "up to", "<=", "≤"];

    public static bool IsComplaint(string text) => text.AsSpan().TrimStart().StartsWith(Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of characters behind words such as "at most"; null when length is not the matter.</summary>
    public static int? Limit(string complaint)
    {
        var text = complaint.Length > MaxText ? complaint[..MaxText] : complaint;
        foreach (var word in Words)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                // Smaller numbers count items, not characters.
                if (NumberAfter(text, at + word.Length) is { } number and >= 20)
                    return number;
            }
        }

        return null;
    }

    private static int? NumberAfter(string text, int start)
    {
        var end = Math.Min(text.Length, start + 20);
        while (start < end && !char.IsAsciiDigit(text[start]))
            start++;
        var stop = start;
        while (stop < text.Length && stop - start < 7 && char.IsAsciiDigit(text[stop]))
            stop++;
        return int.TryParse(text.AsSpan(start, stop - start), out var number) ? number : null;
    }
}
