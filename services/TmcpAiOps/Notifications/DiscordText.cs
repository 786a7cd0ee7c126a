using System.Text;
using System.Text.RegularExpressions;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Notifications;

/// <summary>Makes foreign text harmless in a message: it can look like anything, but not act.</summary>
internal static partial class DiscordText
{
    private const char ZeroWidth = '\u200b';

    /// <summary>A text of a model, an alert or a person: no mention, no link, no formatting, cut to a length with a mark.</summary>
    public static string Plain(string text, int length)
    {
        // Cut first, so that a huge text costs nothing; what is added below may need a second cut.
        var safe = Texts.Cut(text.Trim(), length);
        safe = Link().Replace(safe, match => match.Value[..^3] + ":" + ZeroWidth + "//");
        var result = new StringBuilder(safe.Length);
        foreach (var c in safe)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t'))
                continue;
            if (IsDirection(c))
                continue;
            if (c is '*' or '_' or '~' or '`' or '|' or '[' or ']' or '>' or '#' or '\\')
                result.Append('\\');
            result.Append(c);
            if (c is '@' or '<')
                result.Append(ZeroWidth);
        }

        return Texts.Cut(result.ToString(), length);
    }

    /// <summary>Lines as they are, in a block that nothing in them can end.</summary>
    public static string Block(IEnumerable<string> lines, int length)
    {
        const string Fence = "```";
        var room = length - (2 * Fence.Length) - 2;
        var text = string.Join('\n', lines.Select(line => line.ReplaceLineEndings(" ").Replace("`", "ˋ", StringComparison.Ordinal)));
        text = new string([.. text.Where(c => (!char.IsControl(c) || c is '\n' or '\t') && !IsDirection(c))]);
        return $"{Fence}\n{Texts.Cut(text, room)}\n{Fence}";
    }

    // Marks that turn the direction of text around make it read differently from what it is.
    private static bool IsDirection(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f';

    [GeneratedRegex("[A-Za-z][A-Za-z0-9+.-]{1,20}://", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
