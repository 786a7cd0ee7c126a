using System.Globalization;
using System.Text;

namespace TmcpEmulators.Redis.Protocol;

/// <summary>Splits a typed line into words: <c>SET "a key" 'it\'s' "\x00\n"</c>.</summary>
internal static class InlineWords
{
    /// <summary>Null when a quote is not closed, or is closed in the middle of a word.</summary>
    public static byte[][]? Split(string line)
    {
        var words = new List<byte[]>();
        var at = 0;
        while (true)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
                at++;
            if (at >= line.Length)
                return [.. words];
            if (ReadWord(line, ref at) is not { } word)
                return null;
            words.Add(Encoding.Latin1.GetBytes(word));
        }
    }

    private static string? ReadWord(string line, ref int at)
    {
        var word = new StringBuilder();
        while (at < line.Length && !char.IsWhiteSpace(line[at]))
        {
            var c = line[at++];
            if (c is not ('"' or '\''))
            {
                word.Append(c);
                continue;
            }

            if (!ReadQuoted(line, c, ref at, word) || (at < line.Length && !char.IsWhiteSpace(line[at])))
                return null;
        }

        return word.ToString();
    }

    private static bool ReadQuoted(string line, char quote, ref int at, StringBuilder word)
    {
        while (at < line.Length)
        {
            var c = line[at++];
            if (c == quote)
                return true;
            if (c != '\\' || at >= line.Length)
                word.Append(c);
            else if (quote == '\'')
                word.Append(line[at] == '\'' ? line[at++] : '\\');
            else
                word.Append(Escaped(line, ref at));
        }

        return false;
    }

    private static char Escaped(string line, ref int at)
    {
        if (line[at] == 'x' && at + 2 < line.Length &&
            byte.TryParse(line.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            at += 3;
            return (char)value;
        }

        return line[at++] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'a' => '\a',
            var other => other,
        };
    }
}
