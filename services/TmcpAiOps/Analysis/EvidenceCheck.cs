using System.Text;
using Tmcp.AiOps.Context;

namespace Tmcp.AiOps.Analysis;

/// <summary>Keeps only evidence that quotes a line which was really there, and then shows that line, not the model's copy of it.</summary>
internal static class EvidenceCheck
{
    // Shorter pieces ("error", "10:31") stand in many lines and prove nothing.
    private const int MinQuote = 12;
    private const int MaxEvidence = 5;

    /// <param name="quoted">What the model says it saw.</param>
    /// <param name="context">What it was shown.</param>
    /// <returns>The lines found, and how many quotes were left out.</returns>
    public static (IReadOnlyList<string> Lines, int Dropped) Keep(IEnumerable<string> quoted, IncidentContext context)
    {
        var lines = context.AllLines.Select(line => (line.Text, Plain: Plain(line.Text))).ToList();
        var kept = new List<string>();
        var dropped = 0;
        foreach (var quote in quoted)
        {
            var plain = Plain(quote);
            var found = plain.Length == 0 ? null : lines
                .Where(line => plain == line.Plain || (plain.Length >= MinQuote && (line.Plain.Contains(plain, StringComparison.Ordinal) || (line.Plain.Length >= MinQuote && plain.Contains(line.Plain, StringComparison.Ordinal)))))
                .Select(line => line.Text)
                .FirstOrDefault();
            if (found is null)
                dropped++;
            else if (!kept.Contains(found) && kept.Count < MaxEvidence)
                kept.Add(found);
        }

        return (kept, dropped);
    }

    // Models change quotes, spaces and case when they copy.
    private static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (c is not ('"' or '\'' or '`' or '“' or '”' or '‘' or '’' or '\\'))
            {
                result.Append(char.ToLowerInvariant(c));
            }
        }

        return result.ToString().Trim(' ', '.', '…', '-', '>');
    }
}
