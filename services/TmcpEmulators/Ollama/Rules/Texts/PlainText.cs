using System.Net;
using System.Text;

namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>The words of a text that may be HTML.</summary>
internal static class PlainText
{
    private const int MaxText = 50_000;

    /// <summary>Without tags, on one line.</summary>
    public static string Of(string text) => string.Join(' ', Lines(text));

    /// <summary>Without tags; a line for each block, and none that is empty.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        text = text.Length > MaxText ? text[..MaxText] : text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isTag = text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/');
            var close = isTag ? text.IndexOf('>', i, Math.Min(500, text.Length - i)) : -1;
            if (close < 0)
                plain.Append(text[i]);
            else if (IsBlock(text.AsSpan(i + 1, close - i - 1)))
                plain.Append('\n');
            i = Math.Max(i, close);
        }

        return [.. WebUtility.HtmlDecode(plain.ToString()).Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0)];
    }

    private static bool IsBlock(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        return name.StartsWith("p") || name.StartsWith("h") || name.StartsWith("li") || name.StartsWith("br") || name.StartsWith("div") || name.StartsWith("ul") || name.StartsWith("ol");
    }
}
