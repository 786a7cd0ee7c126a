using System.Globalization;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Chooses the prompt's words for a property: a value that the prompt gives under this name, else sentences and keywords.</summary>
internal sealed class Phrases(PromptFacts facts)
{
    private readonly Utterance _talk = new(string.Join(". ", facts.Sentences));
    private int _sentence;
    private int _word;

    /// <summary>Position in the innermost list that is being filled.</summary>
    public int ItemIndex { get; private set; }

    /// <summary>Enters a list's item; leaves it on disposal.</summary>
    public IDisposable Item(int index)
    {
        var scope = new Scope(this, ItemIndex);
        ItemIndex = index;
        return scope;
    }

    public string Text(string name, int least, int most)
    {
        if (Said(name) is { } said)
            return said;
        if (most < 40 || IsShort(name))
            return Word(name);
        if (facts.Sentences.Count == 0)
            return string.Join(' ', facts.Words.DefaultIfEmpty(name.Length > 0 ? name : "text").Skip(_word++ % Math.Max(1, facts.Words.Count)).Take(8));
        var text = facts.Sentences[_sentence++ % facts.Sentences.Count];
        while (text.Length < least && text.Length < 2000)
            text = $"{text}. {facts.Sentences[_sentence++ % facts.Sentences.Count]}";
        return text;
    }

    public string Word(string name) =>
        Said(name) is { } said ? said : facts.Words.Count == 0 ? (name.Length > 0 ? name : "text") : facts.Words[_word++ % facts.Words.Count];

    public double? Number(string name) =>
        Said(name) is { } said && double.TryParse(said.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public bool Flag(string name) => Said(name) is not ("false" or "no" or "False" or "0" or "không");

    /// <summary>The value that the prompt gives for this property or mentions in its own words; -1 for none.</summary>
    public int ChooseFrom(string name, IReadOnlyList<string?> values)
    {
        if (ItemIndex == 0 && Said(name) is { } said)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (said.Equals(values[i], StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }

        if (ItemIndex > 0)
            return -1;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { Length: > 1 } value && new PhraseTable<bool>().Add(meaning: true, value.ToLowerInvariant().Replace('|', ' ')).FindAll(_talk).Count > 0)
                return i;
        }

        return -1;
    }

    private string? Said(string name)
    {
        var key = PromptFacts.Key(name);
        if (key.Length < 2 || !facts.Named.TryGetValue(key, out var value))
            return null;

        // In a list, the items of "tea, coffee, cocoa" come one by one; after the last other words have to do.
        var parts = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return _inList == 0 ? value : ItemIndex < parts.Length ? parts[ItemIndex] : null;
    }

    private static bool IsShort(string name) =>
        name.EndsWith("name", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Name", StringComparison.Ordinal)
        || name.Contains("tag", StringComparison.OrdinalIgnoreCase) || name.Contains("keyword", StringComparison.OrdinalIgnoreCase)
        || name is "city" or "country" or "location" or "color" or "colour" or "category" or "type" or "title" or "unit";

    private int _inList;

    private sealed class Scope : IDisposable
    {
        private readonly Phrases _phrases;
        private readonly int _before;

        public Scope(Phrases phrases, int before)
        {
            _phrases = phrases;
            _before = before;
            _phrases._inList++;
        }

        public void Dispose()
        {
            _phrases._inList--;
            _phrases.ItemIndex = _before;
        }
    }
}
