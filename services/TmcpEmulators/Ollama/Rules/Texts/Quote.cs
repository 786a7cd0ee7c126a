namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>A quoted part of a text: <paramref name="Span"/> includes the quotation marks, <paramref name="Value"/> does not.</summary>
internal sealed record Quote(Span Span, string Value)
{
    private const string Opening = "\"“”«‘'";
    private const string Closing = "\"”“»’'";

    /// <summary>All quoted parts. An apostrophe inside a word opens nothing: <c>don't</c>.</summary>
    public static IReadOnlyList<Quote> FindAll(string text)
    {
        var quotes = new List<Quote>();
        for (var start = 0; start < text.Length; start++)
        {
            var kind = Opening.IndexOf(text[start], StringComparison.Ordinal);
            if (kind < 0 || !MayOpen(text, start, kind))
                continue;
            var end = Close(text, start + 1, kind);
            if (end < 0)
                continue;
            quotes.Add(new Quote(new Span(start, end + 1), text[(start + 1)..end].Trim()));
            start = end;
        }

        return quotes;
    }

    private static bool MayOpen(string text, int position, int kind) =>
        kind < 4 || position == 0 || !char.IsLetterOrDigit(text[position - 1]);

    private static int Close(string text, int from, int kind)
    {
        const int longest = 2000;
        var last = Math.Min(text.Length, from + longest);
        for (var position = from; position < last; position++)
        {
            var closes = text[position] == Closing[kind] || (kind is 1 or 2 && text[position] is '”' or '“');
            if (closes && (kind < 4 || position + 1 == text.Length || !char.IsLetterOrDigit(text[position + 1])))
                return position;
        }

        return -1;
    }
}
