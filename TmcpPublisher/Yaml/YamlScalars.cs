using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Yaml;

/// <summary>Which texts a YAML reader would take for something else, and how to write them.</summary>
internal static partial class YamlScalars
{
    // What starts a structure, a quote, a comment, a tag, an anchor, a directive or a block; "-", "?" and ":" do so before a blank.
    private const string Indicators = ",[]{}#&*!|>'\"%@`=<";

    /// <summary>Whether a plain scalar of this text is a bool, a null, a number, a date or a merge key, in YAML 1.1 or 1.2.</summary>
    internal static bool ReadsAsOther(string text) => text.Length == 0 || Word().IsMatch(text) || Numeric().IsMatch(text) || Date().IsMatch(text);

    /// <summary>Whether the text can be written without quotes and stays the same string in YAML 1.1 and 1.2.</summary>
    internal static bool CanBePlain(string text)
        => !ReadsAsOther(text)
            && !Indicators.Contains(text[0])
            && !(text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] is ' ' or '-'))
            && text[0] != ' ' && text[^1] != ' ' && text[^1] != ':'
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && text is not "..." && text.All(character => character is >= ' ' and <= '~');

    /// <summary>
    /// Whether the text can be a literal block: several lines of printable characters, no line that only holds blanks, and a first line
    /// that does not hide how far the block is indented.
    /// </summary>
    internal static bool CanBeBlock(string text)
    {
        if (!text.Contains('\n') || text[0] is '\n' or ' ' || text.EndsWith("\n\n", StringComparison.Ordinal))
            return false;
        return text.Split('\n').All(line => line.Length == 0 || line.Trim().Length > 0) && text.All(IsPrintable) && !HasLoneSurrogate(text);
    }

    /// <summary>The text in double quotes.</summary>
    internal static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                quoted.Append(character).Append(text[++index]);
            else
                quoted.Append(Escape(character));
        }

        return quoted.Append('"').ToString();
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when character is >= ' ' && IsPrintable(character) && !char.IsSurrogate(character) => character.ToString(),
        _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
    };

    // Not in a block: carriage returns, tabs that an editor may turn into blanks, control characters, the line breaks of YAML 1.1, a byte order mark.
    private static bool IsPrintable(char character)
        => character is '\n' or (>= ' ' and <= '~') || (character > '\u00a0' && character is not ('\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff'));

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null|~|<<|=)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    // 12, -1.5, +1_000, 1e3, .5, 0x1F, 0o17, 010, 0b11, 12:30:45, .inf, .NaN
    [GeneratedRegex(@"^[-+]?(\.?[0-9][0-9_,]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|\.(inf|nan))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numeric();

    // 2026-01-31, and with a time behind it
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();
}
