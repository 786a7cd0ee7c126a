using System.Text;

namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>
/// Takes out of a message what is marked as data: fenced blocks, triple quotes and tagged blocks. Data is never read as a request.
/// </summary>
internal static class DataBlocks
{
    private const int MaxText = 100_000;
    private const int MaxOpenTags = 50;

    private static readonly string[] Fences = ["```", "\"\"\"", "~~~"];

    // A client may wrap the request itself; these tags are read.
    private static readonly string[] RequestTags = ["user", "request", "message", "question", "query"];

    /// <summary>
    /// What a client wraps as the request (<c>&lt;user_request&gt;…&lt;/user_request&gt;</c>), else the text as it is.
    /// </summary>
    public static string Unwrap(string text)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0 || text[..start].Trim().Length > 0)
            return text;
        var name = NameAt(text, start);
        var open = text.IndexOf('>', start);
        var close = open < 0 ? -1 : text.LastIndexOf($"</{name}>", StringComparison.OrdinalIgnoreCase);
        return IsRequestTag(name) && close > open ? text[(open + 1)..close].Trim() : text;
    }

    /// <summary>The text without its data.</summary>
    public static string Remove(string text)
    {
        if (text.Length > MaxText)
            text = text[..MaxText];
        var kept = new StringBuilder(text.Length);
        var open = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        while (position < text.Length)
        {
            var end = BlockEnd(text, position, open);
            if (end > position)
            {
                kept.Append(' ');
                position = end;
                continue;
            }

            kept.Append(text[position]);
            position++;
        }

        return kept.ToString();
    }

    private static int BlockEnd(string text, int start, HashSet<string> open)
    {
        if (text[start] == '<')
            return TagEnd(text, start, open);
        foreach (var fence in Fences)
        {
            if (string.CompareOrdinal(text, start, fence, 0, fence.Length) != 0)
                continue;
            var close = text.IndexOf(fence, start + fence.Length, StringComparison.Ordinal);
            return close < 0 ? text.Length : close + fence.Length;
        }

        return -1;
    }

    // <data source="x"> … </data>
    private static int TagEnd(string text, int start, HashSet<string> open)
    {
        // A tag that is never closed is looked for once; a text of nothing but tags would take for ever otherwise.
        var name = NameAt(text, start);
        if (name.Length == 0 || IsRequestTag(name) || open.Contains(name) || open.Count >= MaxOpenTags)
            return -1;
        var closing = $"</{name}>";
        var close = text.IndexOf(closing, start, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
            open.Add(name);
        return close < 0 ? -1 : close + closing.Length;
    }

    private static string NameAt(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start < 40 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;
        return text[(start + 1)..end];
    }

    private static bool IsRequestTag(string name) => RequestTags.Any(tag => name.Contains(tag, StringComparison.OrdinalIgnoreCase));
}
