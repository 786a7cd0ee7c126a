using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>Decides which of the names in a message belongs to which kind of record.</summary>
internal sealed class NameAssignment(
    Utterance utterance, RequestAction action, PhraseMatch<CollectionWord>? main, PhraseMatch<Verb>? verb)
{
    private static readonly PhraseTable<bool> Fillers = new PhraseTable<bool>().Add(meaning: true, "mới|new|tên|id|named|called");
    private static readonly PhraseTable<bool> Places = new PhraseTable<bool>().Add(meaning: true, "in|inside|within|trong|ở|thuộc");

    private readonly List<Span> _used = [];
    private readonly List<Mention> _others = [];

    public string? Name { get; private set; }

    public IReadOnlyList<Span> Used => _used;

    public IReadOnlyList<Mention> Others => _others;

    public void Take(IReadOnlyList<PhraseMatch<CollectionWord>> nouns, IReadOnlyList<(Span Span, string Name)> marked)
    {
        TakeMarked(nouns, marked);
        foreach (var noun in nouns.Where(noun => !IsUsed(noun.Span)))
        {
            if (noun != main)
                TakeOther(noun);
            else if (Name is null)
                TakeMain(noun);
        }

        if (Name is null && NamesOne && verb is not null)
            TakeAfterVerb(verb);
        TakeWorkspaceInQuotes();
    }

    private bool NamesOne => action is RequestAction.Create or RequestAction.Update or RequestAction.Delete or RequestAction.Show
        or RequestAction.List or RequestAction.Unknown;

    // "… called X" names the kind of record before it: "a product called A for the brand called B".
    private void TakeMarked(IReadOnlyList<PhraseMatch<CollectionWord>> nouns, IReadOnlyList<(Span Span, string Name)> marked)
    {
        foreach (var (span, name) in marked)
        {
            var owner = nouns.LastOrDefault(noun => noun.Span.End <= span.Start) ?? main;
            _used.Add(span);
            if (owner is null || owner == main)
                Name ??= name;
            else
                _others.Add(new Mention(owner.Meaning, name, span));
        }
    }

    private void TakeMain(PhraseMatch<CollectionWord> noun)
    {
        var plural = noun.Phrase == noun.Meaning.Many && noun.Meaning.Many != noun.Meaning.One;
        var after = AfterFillers(noun.Span.End);
        var name = NameFinder.At(utterance, after, anyCase: !plural && action != RequestAction.Create);
        var isQuoted = name is not null && utterance.Quotes.Any(quote => quote.Span == name.Value.Span);
        if (name is { } next && NamesOne && (isQuoted || !plural))
        {
            Name = next.Name;
            _used.Add(next.Span);
            return;
        }

        if (BeforeNoun(noun) is { } before)
        {
            Name = before.Name;
            _used.Add(before.Span);
        }
    }

    private void TakeOther(PhraseMatch<CollectionWord> noun)
    {
        var name = NameFinder.At(utterance, AfterFillers(noun.Span.End), anyCase: false) ?? BeforeNoun(noun);
        if (name is not { } found || _used.Exists(span => span.Overlaps(found.Span)))
            return;
        _others.Add(new Mention(noun.Meaning, found.Name, found.Span) { Noun = noun.Span });
        _used.AddRange([noun.Span, found.Span]);
    }

    // 'delete the "Summer Sale" campaign', 'delete the Summer Sale campaign', 'in Demo Workspace'
    private (Span Span, string Name)? BeforeNoun(PhraseMatch<CollectionWord> noun)
    {
        var end = noun.Span.Start;
        while (end > 0 && utterance.Text[end - 1] == ' ')
            end--;
        if (utterance.Quotes.FirstOrDefault(quote => quote.Span.End == end) is { Value.Length: > 0 } quoted && !IsUsed(quoted.Span))
            return (quoted.Span, quoted.Value);
        if (noun == main && action is not (RequestAction.Show or RequestAction.Update or RequestAction.Delete))
            return null;

        var start = CapitalsBefore(end);
        if (start >= end || IsUsed(new Span(start, end)))
            return null;
        var isPartOfName = char.IsUpper(utterance.Text[noun.Span.Start]) && noun.Meaning.Collection == "workspaces";
        var span = new Span(start, isPartOfName ? noun.Span.End : end);
        return (span, utterance[span]);
    }

    // The first character of the run of capitalised words that ends at a position, and is not the start of the sentence.
    private int CapitalsBefore(int end)
    {
        var start = end;
        for (var position = end; position > 0;)
        {
            var word = position;
            while (word > 0 && !char.IsWhiteSpace(utterance.Text[word - 1]))
                word--;
            if (word == position || word == 0 || !(char.IsUpper(utterance.Text[word]) || char.IsDigit(utterance.Text[word])) || (verb?.Span.Contains(word) ?? false))
                break;
            start = word;
            position = word;
            while (position > 0 && utterance.Text[position - 1] == ' ')
                position--;
        }

        return start;
    }

    // 'delete "Summer Sale"'
    private void TakeAfterVerb(PhraseMatch<Verb> asked)
    {
        var position = utterance.SkipBlanks(asked.Span.End);
        if (utterance.Quotes.FirstOrDefault(quote => quote.Span.Start == position) is { Value.Length: > 0 } quoted && !IsUsed(quoted.Span))
        {
            Name = quoted.Value;
            _used.Add(quoted.Span);
        }
    }

    // 'in "Demo Workspace"': a place without a noun is a workspace.
    private void TakeWorkspaceInQuotes()
    {
        foreach (var place in Places.FindAll(utterance))
        {
            var position = utterance.SkipBlanks(place.Span.End);
            if (utterance.Quotes.FirstOrDefault(quote => quote.Span.Start == position) is not { Value.Length: > 0 } quoted || IsUsed(quoted.Span))
                continue;
            _others.Add(new Mention(Collections.Of("workspaces"), quoted.Value, quoted.Span));
            _used.Add(quoted.Span);
        }
    }

    private int AfterFillers(int position)
    {
        position = utterance.SkipBlanks(position);
        while (Fillers.FindAll(utterance).FirstOrDefault(filler => filler.Span.Start == position) is { } filler)
            position = utterance.SkipBlanks(filler.Span.End);
        return position;
    }

    private bool IsUsed(Span span) => _used.Exists(used => used.Overlaps(span));
}
