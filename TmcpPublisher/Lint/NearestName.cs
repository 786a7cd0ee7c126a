namespace Tmcp.Publisher.Lint;

/// <summary>What somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits; null when none is within a third of the name's length.</summary>
    internal static string? Find(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Edits: Distance(name, candidate)))
        .Where(pair => pair.Edits <= Math.Max(1, name.Length / 3))
        .OrderBy(pair => pair.Edits)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    // Levenshtein's distance, with one row kept.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
