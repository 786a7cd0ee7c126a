using System.Text.RegularExpressions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The form of a log line: <c>2026-11-21T02:15:00.1234567Z text</c>.</summary>
internal static partial class LogText
{
    private const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    private const int PrefixLength = 29;

    /// <summary>Puts the time before the text.</summary>
    public static string Stamp(DateTimeOffset time, string text)
        => string.Concat(time.UtcDateTime.ToString(TimestampFormat), " ", text);

    /// <summary>The text alone, without time and terminal colours: what an exception message quotes.</summary>
    public static string Plain(string content)
    {
        var text = content.Length >= PrefixLength && content[PrefixLength - 1] == ' ' ? content[PrefixLength..] : content;
        return Colours().Replace(text, "").TrimEnd();
    }

    /// <summary>The lines of a text, whichever line ends it uses; a last empty line is none.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var count = lines.Length > 1 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return lines.Take(count);
    }

    // ESC [ 3 1 m and its like.
    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colours();
}
