using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>Reads what a message asks for.</summary>
/// <remarks>
/// 1. Names after "called" and new names after "rename … to" are set apart.
/// 2. Kinds of record and verbs are found in the rest; the first verb decides, but counting wins over listing.
/// 3. The kind asked for is the first one after the verb. A name beside it is the record's, names beside other kinds are mentions.
/// 4. What is left over is for field values.
/// </remarks>
internal static class IntentReader
{
    // A message with more nouns than this is no plain request.
    private const int MaxNouns = 12;

    private static readonly PhraseTable<bool> BackReferences = new PhraseTable<bool>()
        .Add(meaning: true, "it|its|that one|this one|the same one|the one you just created|nó|của nó|cái đó|cái này|cái vừa tạo|vừa tạo|vừa rồi");

    private static readonly PhraseTable<bool> All = new PhraseTable<bool>()
        .Add(meaning: true, "all|every|each|everything|tất cả|mọi|toàn bộ|hết");

    public static Intent Read(string message)
    {
        var utterance = new Utterance(DataBlocks.Remove(message));
        var rename = RenameFinder.Find(utterance);
        var used = new List<Span>();
        if (rename is { } found)
            used.AddRange([found.Verb, found.Target]);
        var marked = NameFinder.AfterMarkers(utterance, used);
        used.AddRange(marked.Select(name => name.Span));

        var nouns = Collections.FindAll(utterance).Where(noun => !used.Any(span => span.Overlaps(noun.Span))).Take(MaxNouns).ToList();
        var verbs = Verbs.FindAll(utterance)
            .Where(verb => !nouns.Exists(noun => noun.Span.Overlaps(verb.Span)) && !used.Any(span => span.Overlaps(verb.Span)))
            .ToList();
        var verb = Decide(verbs, rename is not null);
        var main = nouns.Find(noun => verb is not null && noun.Span.Start >= verb.Span.End) ?? nouns.FirstOrDefault();
        var action = verb?.Meaning.Action ?? (rename is not null ? RequestAction.Update : RequestAction.Unknown);

        var names = new NameAssignment(utterance, action, main, verb);
        names.Take(nouns, marked);
        if (main is not null)
            used.Add(main.Span);
        if (verb is not null)
            used.Add(verb.Span);
        used.AddRange(names.Used);

        var recordId = RecordIds.Find(utterance, names.Used);
        return new Intent
        {
            Action = Refine(action, utterance, main, names.Name, recordId),
            Language = LanguageGuess.Guess(utterance),
            Utterance = utterance,
            Word = main?.Meaning,
            Name = names.Name,
            RecordId = recordId,
            NewName = rename?.NewName,
            ImpliedValue = verb?.Meaning.Value,
            RefersBack = names.Name is null && recordId is null && BackReferences.FindAll(utterance).Count > 0,
            MeansAll = All.FindAll(utterance).Count > 0,
            HasMore = verb is not null && verbs.Exists(next => IsNextRequest(utterance, next, verb, nouns, names.Used)),
            Others = names.Others,
            Used = used,
        };
    }

    // "… and delete the brand": a joining word, a verb, and a noun of its own.
    private static bool IsNextRequest(
        Utterance utterance, PhraseMatch<Verb> next, PhraseMatch<Verb> first, List<PhraseMatch<CollectionWord>> nouns, IReadOnlyList<Span> names)
    {
        if (next.Span.Start < first.Span.End || next.Meaning.Action is RequestAction.Unknown or RequestAction.Search || names.Any(name => name.Overlaps(next.Span)))
            return false;
        var before = utterance.Lower[..next.Span.Start].TrimEnd();
        return Joints.Any(joint => before.EndsWith(joint, StringComparison.Ordinal))
            && nouns.Exists(noun => noun.Span.Start < next.Span.Start)
            && nouns.Exists(noun => noun.Span.Start >= next.Span.End && noun.Span.Start - next.Span.End < 20);
    }

    private static readonly string[] Joints = [" and", " then", ",", ";", ".", " và", " rồi", " sau đó", " also"];

    // "how many …" anywhere makes it a count, and so on; otherwise the first verb of the message counts.
    private static PhraseMatch<Verb>? Decide(List<PhraseMatch<Verb>> verbs, bool isRename)
    {
        if (isRename)
            return null;
        var first = verbs.FirstOrDefault();
        var asks = first?.Meaning.Action is RequestAction.List or RequestAction.Show or null;
        return verbs.Find(verb => verb.Meaning.Action == RequestAction.Collections)
            ?? (asks ? verbs.Find(verb => verb.Meaning.Action is RequestAction.Count or RequestAction.Fields) : null)
            ?? (asks ? verbs.Find(verb => verb.Meaning.Action == RequestAction.Search) : null)
            ?? first;
    }

    private static RequestAction Refine(
        RequestAction action, Utterance utterance, PhraseMatch<CollectionWord>? main, string? name, string? recordId) => action switch
    {
        RequestAction.List when name is not null || recordId is not null => RequestAction.Show,
        RequestAction.Show when main is not null && name is null && recordId is null && BackReferences.FindAll(utterance).Count == 0 => RequestAction.List,
        RequestAction.Unknown when main is null && Verbs.IsCourtesy(utterance) => RequestAction.Help,
        RequestAction.List or RequestAction.Show when main is null && Verbs.IsCourtesy(utterance) => RequestAction.Help,
        _ => action,
    };
}
