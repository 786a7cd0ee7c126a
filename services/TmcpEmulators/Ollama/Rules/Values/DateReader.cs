using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>
/// Reads dates: <c>2026-03-01</c>, <c>1 March 2026</c>, <c>March 1, 2026</c>, <c>01/03/2026</c> (day first; month first only when the
/// second number is over 12), <c>ngày 1 tháng 3 năm 2026</c>, today and tomorrow.
/// </summary>
internal static partial class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>All dates of a message, in order, with the part that each takes.</summary>
    public static IReadOnlyList<(Span Span, DateOnly Date)> FindAll(Utterance utterance, DateOnly today)
    {
        var found = new List<(Span Span, DateOnly Date)>();
        foreach (var match in Date().Matches(utterance.Folded).Take(20))
        {
            if (Read(match, today) is { } date)
                found.Add((new Span(match.Index, match.Index + match.Length), date));
        }

        return found;
    }

    /// <summary>The form that PocketBase stores: midnight, UTC.</summary>
    public static string ToWire(DateOnly date) => date.ToString("yyyy-MM-dd") + " 00:00:00.000Z";

    private static DateOnly? Read(Match match, DateOnly today)
    {
        if (match.Groups["today"].Success)
            return today;
        if (match.Groups["tomorrow"].Success)
            return today.AddDays(1);
        if (match.Groups["iso"].Success)
            return Of(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
        if (match.Groups["slash"].Success)
            return Of(match.Groups["y2"].Value, match.Groups["b"].Value, match.Groups["a"].Value)
                ?? Of(match.Groups["y2"].Value, match.Groups["a"].Value, match.Groups["b"].Value);
        if (match.Groups["vi"].Success)
            return Of(Year("y3"), match.Groups["m3"].Value, match.Groups["d3"].Value);

        var month = Array.IndexOf(Months, (match.Groups["n1"].Success ? match.Groups["n1"] : match.Groups["n2"]).Value) + 1;
        var day = match.Groups["d1"].Success ? match.Groups["d1"].Value : match.Groups["d2"].Value;
        return Of(match.Groups["d1"].Success ? Year("y4") : Year("y5"), month.ToString(), day);

        string Year(string group) => match.Groups[group].Success ? match.Groups[group].Value : today.Year.ToString();
    }

    private static DateOnly? Of(string year, string month, string day)
    {
        var (y, m, d) = (int.Parse(year), int.Parse(month), int.Parse(day));
        return y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    [GeneratedRegex("""
        (?<![\p{L}\d/.-])(?:
          (?<iso>(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2}))
        | (?<slash>(?:ngay\s+)?(?<a>\d{1,2})[/.-](?<b>\d{1,2})[/.-](?<y2>\d{4}))
        | (?<vi>(?:ngay\s+)?(?<d3>\d{1,2})\s+thang\s+(?<m3>\d{1,2})(?:(?:\s+nam|,)?\s+(?<y3>\d{4}))?)
        | (?<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<n1>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:,?\s+(?<y4>\d{4}))?
        | (?<n2>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+(?<d2>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y5>\d{4}))?
        | (?<today>today|hom\snay)
        | (?<tomorrow>tomorrow|ngay\smai)
        )(?![\p{L}\d])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Date();
}
