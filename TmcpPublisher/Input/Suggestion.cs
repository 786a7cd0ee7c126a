namespace Tmcp.Publisher.Input;

/// <summary>The known word that a person may have meant.</summary>
internal static class Suggestion
{
    private const int LongestWord = 100;

    /// <summary>The word of <paramref name="known"/> that is nearest to <paramref name="word"/>; null where none is near.</summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
            return null;

        var limit = word.Length switch { <= 3 => 1, <= 8 => 2, _ => 3 };
        return known
            .Where(other => Math.Abs(other.Length - word.Length) <= limit)
            .Select(other => (Word: other, Distance: Distance(word.ToUpperInvariant(), other.ToUpperInvariant())))
            .Where(found => found.Distance <= limit)
            .OrderBy(found => found.Distance).ThenBy(found => found.Word, StringComparer.Ordinal)
            .Select(found => found.Word)
            .FirstOrDefault();
    }

    /// <summary>A sentence for an error: the nearest word, or what there is.</summary>
    internal static string Sentence(string word, IEnumerable<string> known)
    {
        var words = known.Order(StringComparer.Ordinal).ToArray();
        if (Nearest(word, words) is { } nearest)
            return $"Did you mean '{nearest}'?";
        if (words.Length == 0)
            return "There is none.";

        var list = string.Join(", ", words.Take(10).Select(other => $"'{other}'"));
        return words.Length > 10 ? $"There are {list} and {words.Length - 10} more." : $"There is {list}.";
    }

    // Levenshtein, two rows.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replace = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(previous[column], current[column - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
