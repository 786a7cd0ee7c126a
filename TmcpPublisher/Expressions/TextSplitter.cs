using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Expressions;

/// <summary>
/// Divides text into literals and groups that may be expressions. Aspire escapes no braces, so JSON, <c>/nuget/{**catch-all}</c> and a
/// doubled <c>{{x.y}}</c> of an older tool are literal text.
/// </summary>
internal static partial class TextSplitter
{
    internal static IReadOnlyList<TextSegment> Split(string text)
    {
        var segments = new List<TextSegment>();
        var literal = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.AsSpan(open + 1).IndexOfAny('{', '}') + open + 1;
            if (close == open || text[close] == '{' || IsDoubled(text, open, close) || !Shape().IsMatch(text.AsSpan(open + 1, close - open - 1)))
                continue;

            if (open > literal)
                segments.Add(new TextSegment.Literal(text[literal..open]));
            var words = text[(open + 1)..close].Split('.');
            segments.Add(new TextSegment.Group(text[open..(close + 1)], words[0], words[1..]));
            literal = close + 1;
        }

        if (literal < text.Length)
            segments.Add(new TextSegment.Literal(text[literal..]));
        return segments;
    }

    private static bool IsDoubled(string text, int open, int close) => open > 0 && text[open - 1] == '{' && close + 1 < text.Length && text[close + 1] == '}';

    [GeneratedRegex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
