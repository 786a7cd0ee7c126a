namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>A user's message, prepared for matching. All texts have one length, so a position in one is a position in all.</summary>
internal sealed class Utterance
{
    /// <summary>Longest message that is read for a request, in characters. What follows is data to a model too.</summary>
    public const int MaxLength = 4000;

    private const char Blank = '\u0001';

    private readonly Dictionary<object, object> _found = [];

    public Utterance(string text)
    {
        var composed = Diacritics.Compose(text);
        Text = composed.Length > MaxLength ? composed[..MaxLength] : composed;
        Quotes = Quote.FindAll(Text);
        Lower = string.Create(Text.Length, this, static (letters, self) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = char.ToLowerInvariant(self.Text[i]);
            foreach (var quote in self.Quotes)
                letters[quote.Span.Start..quote.Span.End].Fill(Blank);
        });
        Folded = string.Create(Lower.Length, Lower, static (letters, lower) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = Diacritics.Fold(lower[i]);
        });
    }

    /// <summary>The message itself.</summary>
    public string Text { get; }

    /// <summary>In lower case, quoted parts blanked out: what stands in quotes is a name or a value, never a request.</summary>
    public string Lower { get; }

    /// <summary><see cref="Lower"/> without diacritics.</summary>
    public string Folded { get; }

    public IReadOnlyList<Quote> Quotes { get; }

    public string this[Span span] => Text[span.Start..span.End];

    /// <summary>Keeps what was found in this message, because several rules look for the same. Not thread-safe, like the message itself.</summary>
    public T Remember<T>(object finder, Func<Utterance, T> find)
        where T : class
    {
        if (_found.TryGetValue(finder, out var known))
            return (T)known;
        var found = find(this);
        _found.Add(finder, found);
        return found;
    }

    /// <summary>The first position at or after <paramref name="position"/> that is no blank, colon or equals sign.</summary>
    public int SkipBlanks(int position)
    {
        while (position < Text.Length && (char.IsWhiteSpace(Text[position]) || Text[position] is ':' or '='))
            position++;
        return position;
    }

    /// <summary>The word that starts at <paramref name="position"/>: letters, digits, and marks inside such as <c>e-mail</c>.</summary>
    public Span WordAt(int position)
    {
        var end = position;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || (Text[end] is '-' or '_' or '\'' or '&' && end > position)))
            end++;
        return new Span(position, end);
    }

    /// <summary>True when a word begins or ends between the two characters.</summary>
    public static bool IsBoundary(string text, int position) =>
        position <= 0 || position >= text.Length || !IsWord(text[position - 1]) || !IsWord(text[position]);

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
