namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>Phrases with a meaning each, found in a message longest first.</summary>
internal sealed class PhraseTable<T>
{
    // A plain request has a few dozen; more would only cost time.
    private const int MaxMatches = 300;

    private readonly List<(string Phrase, string Folded, T Meaning)> _phrases = [];

    /// <summary>Adds phrases that are separated by <c>|</c>, in lower case.</summary>
    public PhraseTable<T> Add(T meaning, string phrases)
    {
        foreach (var phrase in phrases.Split('|'))
            _phrases.Add((phrase, new string([.. phrase.Select(Diacritics.Fold)]), meaning));
        _phrases.Sort((left, right) => right.Phrase.Length.CompareTo(left.Phrase.Length));
        return this;
    }

    /// <summary>True when the table has this phrase.</summary>
    public bool Contains(string phrase) => _phrases.Exists(entry => entry.Phrase == phrase);

    /// <summary>Every occurrence that no longer phrase covers, in the order of the text.</summary>
    public IReadOnlyList<PhraseMatch<T>> FindAll(Utterance utterance) => utterance.Remember(this, Search);

    private List<PhraseMatch<T>> Search(Utterance utterance)
    {
        var found = new List<PhraseMatch<T>>();
        foreach (var (phrase, folded, meaning) in _phrases)
        {
            for (var at = Next(utterance, folded, 0); at >= 0 && found.Count < MaxMatches; at = Next(utterance, folded, at + 1))
            {
                var span = new Span(at, at + folded.Length);
                if (IsWholeWord(utterance, span) && SameMarks(utterance.Lower, at, phrase) && !found.Exists(match => match.Span.Overlaps(span)))
                    found.Add(new PhraseMatch<T>(span, meaning, phrase));
            }
        }

        found.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return found;
    }

    private static int Next(Utterance utterance, string phrase, int from) =>
        from >= utterance.Folded.Length ? -1 : utterance.Folded.IndexOf(phrase, from, StringComparison.Ordinal);

    private static bool IsWholeWord(Utterance utterance, Span span) =>
        Utterance.IsBoundary(utterance.Folded, span.Start) && Utterance.IsBoundary(utterance.Folded, span.End);

    // "them" is 'thêm' typed without marks, or the English word: a phrase that would be English without its marks keeps them.
    private static bool SameMarks(string lower, int at, string phrase)
    {
        if (string.CompareOrdinal(lower, at, phrase, 0, phrase.Length) == 0)
            return true;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (lower[at + i] != Diacritics.Fold(phrase[i]))
                return false;
        }

        return !Ambiguous.Contains(phrase);
    }

    private static readonly HashSet<string> Ambiguous =
        ["thêm", "có", "là", "tên", "từ", "đến", "bỏ", "gỡ", "mới", "và", "cho", "đi", "hỏi", "ở", "lễ", "ảnh", "mẫu", "lỗi", "tệp", "loại", "sửa", "đổi", "góc", "mở"];
}

/// <summary>A phrase found in a message.</summary>
internal sealed record PhraseMatch<T>(Span Span, T Meaning, string Phrase);
