using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>PocketBase's record ids: 15 lower-case letters and digits.</summary>
internal static class RecordIds
{
    public const int Length = 15;

    /// <summary>The first id in a message. Without a digit it must stand after "id": it could be a word.</summary>
    public static string? Find(Utterance utterance, IReadOnlyList<Span> names)
    {
        for (var position = 0; position < utterance.Text.Length; position++)
        {
            if (!char.IsLetterOrDigit(utterance.Text[position]))
                continue;
            var word = utterance.WordAt(position);
            var text = utterance[word];
            if (IsId(text) && !names.Any(name => name.Overlaps(word)) && (text.Any(char.IsAsciiDigit) || FollowsId(utterance, word.Start)))
                return text;
            position = word.End;
        }

        return null;
    }

    public static bool IsId(string text) => text.Length == Length && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    private static bool FollowsId(Utterance utterance, int position) =>
        utterance.Folded[..position].TrimEnd(' ', ':', '=', '"').EndsWith("id", StringComparison.Ordinal);
}
