namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>Shortens texts.</summary>
internal static class TextCut
{
    /// <summary>At most so many characters: whole words and an ellipsis, when there is room for both.</summary>
    public static string AtWord(string text, int most)
    {
        if (text.Length <= most)
            return text;
        if (most < 2)
            return text[..Math.Max(0, most)];
        var end = text.LastIndexOf(' ', most - 1);
        end = end < most / 2 ? most - 1 : end;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return $"{text[..end].TrimEnd(' ', ',', ';', ':', '.', '–', '-', '\n')}…";
    }
}
