using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>"rename X to Y", "change the name of X to Y", "đổi tên X thành Y".</summary>
internal static class RenameFinder
{
    private static readonly PhraseTable<bool> Renames = new PhraseTable<bool>()
        .Add(meaning: true, "rename|change the name|change name|set the name|update the name|change the title|đổi tên|sửa tên|thay tên|cập nhật tên|đổi tiêu đề|sửa tiêu đề");

    private static readonly PhraseTable<bool> Arrows = new PhraseTable<bool>().Add(meaning: true, "to|into|thành|sang");

    public static (Span Verb, Span Target, string NewName)? Find(Utterance utterance)
    {
        if (Renames.FindAll(utterance) is not [var verb, ..])
            return null;

        // The last arrow, so that a name with "to" in it may be renamed too.
        foreach (var arrow in Arrows.FindAll(utterance).Where(arrow => arrow.Span.Start >= verb.Span.End).Reverse().Take(12))
        {
            if (NameFinder.At(utterance, arrow.Span.End, anyCase: true) is { } name)
                return (verb.Span, new Span(arrow.Span.Start, name.Span.End), name.Name);
        }

        return null;
    }
}
