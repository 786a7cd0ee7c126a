namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>The standard analyzer, nearly: runs of letters and digits, in small letters; dots and apostrophes inside a word stay.</summary>
internal static class Words
{
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var at = 0;
        while (Next(text, ref at, out var start, out var length))
            words.Add(text.Substring(start, length).ToLowerInvariant());
        return words;
    }

    /// <summary>Whether the text holds the word, without taking the text apart. The word must be in small letters.</summary>
    public static bool Contains(string text, string word)
    {
        for (var found = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); found >= 0; found = text.IndexOf(word, found + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!Continues(text, found - 1, -1) && !Continues(text, found + word.Length, 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether the words follow each other in the text, with at most <paramref name="slop"/> others between.</summary>
    public static bool ContainsPhrase(string text, IReadOnlyList<string> phrase, int slop, bool lastIsPrefix)
    {
        if (phrase.Count == 0 || !text.Contains(phrase[0], StringComparison.OrdinalIgnoreCase))
            return false;
        var words = Of(text);
        for (var start = 0; start < words.Count; start++)
        {
            if (Follows(words, start, phrase, slop, lastIsPrefix))
                return true;
        }

        return false;
    }

    private static bool Follows(List<string> words, int at, IReadOnlyList<string> phrase, int slop, bool lastIsPrefix)
    {
        for (var i = 0; i < phrase.Count; i++, at++)
        {
            while (at < words.Count && i > 0 && slop > 0 && !Fits(words[at], i))
            {
                at++;
                slop--;
            }

            if (at >= words.Count || !Fits(words[at], i))
                return false;
        }

        return true;

        bool Fits(string word, int i) => lastIsPrefix && i == phrase.Count - 1 ? word.StartsWith(phrase[i], StringComparison.Ordinal) : word == phrase[i];
    }

    private static bool Next(string text, ref int at, out int start, out int length)
    {
        while (at < text.Length && !IsWord(text[at]))
            at++;
        start = at;
        while (at < text.Length && (IsWord(text[at]) || Joins(text, at)))
            at++;
        length = at - start;
        return length > 0;
    }

    private static bool Continues(string text, int at, int direction)
    {
        if (at < 0 || at >= text.Length)
            return false;
        if (IsWord(text[at]))
            return true;
        return Joins(text, at) && at + direction >= 0 && at + direction < text.Length && IsWord(text[at + direction]);
    }

    // 127.0.0.1, connection.refused and don't are one word each; "a:b" and "a-b" are two.
    private static bool Joins(string text, int at) =>
        text[at] is '.' or '\'' or '’' && at > 0 && at + 1 < text.Length && IsWord(text[at - 1]) && IsWord(text[at + 1]) &&
        char.IsLetter(text[at - 1]) == char.IsLetter(text[at + 1]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
