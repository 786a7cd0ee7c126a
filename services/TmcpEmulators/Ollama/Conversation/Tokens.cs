namespace TmcpEmulators.Ollama.Conversation;

/// <summary>Cuts text into the pieces that a stream sends: a word with the blanks before it, or one other character.</summary>
internal static class Tokens
{
    private const int LongestWord = 24;

    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            var word = end;
            while (end < text.Length && end - word < LongestWord && IsWord(text[end]))
                end++;
            if (end == word && end < text.Length)
                end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
            yield return text[start..end];
            start = end;
        }
    }

    public static int Count(string text) => Split(text).Count();

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
