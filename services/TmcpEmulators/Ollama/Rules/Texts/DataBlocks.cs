using System.Text;

namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>
/// Takes out of a message what is marked as data: fenced blocks, triple quotes and tagged blocks. Data is never read as a request.
/// </summary>
internal static class DataBlocks
{
    private static readonly string[] Fences = ["```", "\"\"\"", "~~~"];

    // A client may wrap the request itself; these tags are read.
    private static readonly string[] RequestTags = ["user", "request", "message", "question", "query"];

    public static string Remove(string text)
    {
        var kept = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var end = BlockEnd(text, position);
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

    private static int BlockEnd(string text, int start)
    {
        if (text[start] == '<')
            return TagEnd(text, start);
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
    private static int TagEnd(string text, int start)
    {
        var nameEnd = start + 1;
        while (nameEnd < text.Length && nameEnd - start < 40 && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is '_' or '-'))
            nameEnd++;
        var name = text[(start + 1)..nameEnd];
        if (name.Length == 0 || RequestTags.Any(tag => name.Contains(tag, StringComparison.OrdinalIgnoreCase)))
            return -1;
        var closing = $"</{name}>";
        var close = text.IndexOf(closing, nameEnd, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? -1 : close + closing.Length;
    }
}
