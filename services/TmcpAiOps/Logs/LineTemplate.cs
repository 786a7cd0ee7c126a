using System.Text;

namespace Tmcp.AiOps.Logs;

/// <summary>
/// What a line says without what differs from one time to the next:
/// <c>Failed to open /var/lib/pb/data.db for user 8f3c after 31 ms</c> becomes <c>Failed to open &lt;path&gt; for user &lt;*&gt; after &lt;*&gt; ms</c>.
/// One pass, no regular expression: every line of a storm goes through here.
/// </summary>
internal static class LineTemplate
{
    // Causes differ in their first words; what follows is mostly data.
    private const int MaxInput = 1000;
    private const int MaxLength = 400;

    private const string Any = "<*>";
    private const string FilePath = "<path>";

    public static string Of(string text)
    {
        var line = FirstLine(text);
        var result = new StringBuilder(Math.Min(line.Length, MaxLength));
        var at = 0;
        while (at < line.Length && result.Length < MaxLength)
        {
            var start = at;
            while (at < line.Length && IsWord(line[at]))
                at++;
            if (at > start)
            {
                AppendWord(result, line[start..at]);
                continue;
            }

            if (char.IsWhiteSpace(line[at]))
                AppendSpace(result);
            else if (!char.IsControl(line[at]))
                result.Append(line[at]);
            at++;
        }

        return result.ToString().Trim();
    }

    private static ReadOnlySpan<char> FirstLine(string text)
    {
        var all = text.AsSpan().TrimStart();
        var end = all.IndexOfAny('\r', '\n');
        var line = end < 0 ? all : all[..end];
        return line.Length > MaxInput ? line[..MaxInput] : line;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '\\' or '+' or '%' or '@' or '~';

    // "." and "-" end sentences as well as they join parts of a name.
    private static void AppendWord(StringBuilder result, ReadOnlySpan<char> word)
    {
        var core = word.TrimEnd(".-");
        var mask = Mask(core);
        if (mask is null)
            result.Append(core);
        // Lists of values have any length: "1 2 3" and "1 2" are the same.
        else if (!EndsWith(result, mask))
            result.Append(mask);
        result.Append(word[core.Length..]);
    }

    private static string? Mask(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny('/', '\\') >= 0 && word.Length > 1)
            return FilePath;
        return word.IndexOfAnyInRange('0', '9') >= 0 || IsHex(word) || IsRandom(word) ? Any : null;
    }

    private static bool IsHex(ReadOnlySpan<char> word)
    {
        if (word.Length < 8)
            return false;
        foreach (var c in word)
        {
            if (!char.IsAsciiHexDigit(c) && c != '-')
                return false;
        }

        return true;
    }

    // Ids without a digit: no word has eight consonants in a row (PocketBase makes 15 random letters and digits).
    private static bool IsRandom(ReadOnlySpan<char> word)
    {
        var run = 0;
        foreach (var c in word)
        {
            run = char.IsAsciiLetter(c) && !"aeiouyAEIOUY".Contains(c) ? run + 1 : 0;
            if (run >= 8)
                return true;
        }

        return false;
    }

    private static void AppendSpace(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
            result.Append(' ');
    }

    private static bool EndsWith(StringBuilder result, string mask)
    {
        var end = result.Length;
        while (end > 0 && (result[end - 1] is ' ' or ',' or ':' or ';'))
            end--;
        if (end < mask.Length)
            return false;
        for (var i = 0; i < mask.Length; i++)
        {
            if (result[end - mask.Length + i] != mask[i])
                return false;
        }

        result.Length = end;
        return true;
    }
}
