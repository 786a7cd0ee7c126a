using System.Globalization;
using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>Reads amounts: <c>5000</c>, <c>5,000</c>, <c>5.000.000</c>, <c>$2.5k</c>, <c>5 triệu</c>.</summary>
internal static partial class NumberReader
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["k"] = 1e3, ["thousand"] = 1e3, ["nghin"] = 1e3, ["ngan"] = 1e3,
        ["m"] = 1e6, ["mil"] = 1e6, ["million"] = 1e6, ["trieu"] = 1e6, ["tr"] = 1e6,
        ["billion"] = 1e9, ["bn"] = 1e9, ["ty"] = 1e9, ["ti"] = 1e9,
    };

    /// <summary>The first amount within a part of a message, with the part it takes.</summary>
    public static (Span Span, double Value)? Find(Utterance utterance, Span within)
    {
        var match = Amount().Match(utterance.Folded, within.Start, within.Length);
        if (!match.Success || Parse(match.Groups["digits"].Value) is not { } value)
            return null;
        var unit = match.Groups["unit"].Value;
        return (new Span(match.Index, match.Index + match.Length), Units.TryGetValue(unit, out var factor) ? value * factor : value);
    }

    // "5,000" and "5.000" are five thousand; "5.5" and "5,25" have a fraction.
    private static double? Parse(string digits)
    {
        var last = digits.LastIndexOfAny(['.', ',']);
        var isFraction = last >= 0 && digits.Length - last - 1 != 3;
        var whole = (isFraction ? digits[..last] : digits).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var text = isFraction ? $"{whole}.{digits[(last + 1)..]}" : whole;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<digits>\d{1,15}(?:[.,]\d{1,12}){0,4})(?:\s?(?<unit>thousand|nghin|ngan|million|trieu|billion|mil|tr|ty|ti|bn|k|m))?(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Amount();
}
