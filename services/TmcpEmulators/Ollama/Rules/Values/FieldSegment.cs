using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>The part of a message that belongs to one field: from the field's word to the next one's.</summary>
internal sealed class FieldSegment(
    Utterance utterance, Span word, Span rest, IReadOnlyList<Span> used, IReadOnlyList<(Span Span, DateOnly Date)> dates)
{
    private static readonly string[] Links =
        ["of", "is", "are", "to", "as", "at", "by", "equals", "should be", "for", "là", "la", "thành", "sang", "bằng", "mức", "lên", "xuống", "còn", "khoảng", "tới"];

    private static readonly string[] Tails =
        ["and", "with", "và", "với", "có", "please", "set", "nhé", "giúp tôi", "the", "its", "a", "for", "in", "of", "on", "cho", "trong", "của", "thuộc", "từ", "from"];

    /// <summary>The parts of the message that the value took.</summary>
    public List<Span> Taken { get; } = [word];

    /// <summary>True when any word follows the field's.</summary>
    public bool HasWord => Free().Trim().Length > 0;

    /// <summary>The field's value, in the JSON type that its kind wants; null when the message has none.</summary>
    public JsonNode? Read(FieldSchema field) => field.Type switch
    {
        "number" => ReadNumber(),
        "date" => ReadDate(),
        "bool" => ReadBool(),
        "select" => ReadSelect(field),
        "json" => ReadJson(),
        "email" => ReadWord(word => word.Contains('@', StringComparison.Ordinal)),
        "url" => ReadWord(word => word.Contains("://", StringComparison.Ordinal)),
        _ => ReadText() is { Length: > 0 } text ? JsonValue.Create(text) : null,
    };

    private JsonNode? ReadNumber()
    {
        if (FreeNumber(rest) is { } first)
        {
            // "from 100 to 200": the new value is the second.
            var before = utterance.Folded[rest.Start..first.Span.Start].TrimEnd();
            var isOld = before.EndsWith("from", StringComparison.Ordinal) || before.EndsWith(" tu", StringComparison.Ordinal);
            var found = (isOld ? FreeNumber(rest with { Start = first.Span.End }) : null) ?? first;
            return Take(found.Span, JsonValue.Create(found.Value));
        }

        // "a 5000 budget"
        return FreeNumber(new Span(Math.Max(0, word.Start - 20), word.Start)) is { } ahead && ahead.Span.End + 8 >= word.Start
            ? Take(ahead.Span, JsonValue.Create(ahead.Value))
            : null;
    }

    // The first amount that is no part of a name or a date.
    private (Span Span, double Value)? FreeNumber(Span within)
    {
        while (within.Length > 0 && NumberReader.Find(utterance, within) is { } found)
        {
            if (!used.Any(span => span.Overlaps(found.Span)) && !dates.Any(date => date.Span.Overlaps(found.Span)))
                return found;
            within = within with { Start = found.Span.End };
        }

        return null;
    }

    private JsonNode? ReadDate()
    {
        foreach (var (span, date) in dates)
        {
            if (span.Start >= rest.Start - 5 && span.Start < rest.End && !used.Any(taken => taken.Overlaps(span)))
                return Take(span, JsonValue.Create(DateReader.ToWire(date)));
        }

        return null;
    }

    private JsonValue? ReadBool()
    {
        var text = Unlinked(Free()).ToLowerInvariant();
        return text is "" or "true" or "yes" or "on" or "có" or "đúng" || text.StartsWith("true", StringComparison.Ordinal)
            ? JsonValue.Create(value: true)
            : text is "false" or "no" or "off" or "không" or "sai" || text.StartsWith("false", StringComparison.Ordinal) ? JsonValue.Create(value: false) : null;
    }

    private JsonNode? ReadSelect(FieldSchema field)
    {
        if (Quoted() is { } quoted)
            return field.Values.FirstOrDefault(value => value.Equals(quoted.Value, StringComparison.OrdinalIgnoreCase)) is { } same
                ? Take(quoted.Span, Wrap(field, same)) : null;
        var matches = SelectValues.TableOf(field.Values).FindAll(utterance)
            .Where(match => match.Span.Start >= rest.Start && match.Span.End <= rest.End && !used.Any(span => span.Overlaps(match.Span))).ToList();
        if (matches.Count == 0)
            return null;

        // "from planned to active": the new value is the last.
        var match = LastWord(" to ") > 0 || LastWord(" sang ") > 0 || LastWord(" thanh ") > 0 ? matches[^1] : matches[0];
        return Take(match.Span, Wrap(field, match.Meaning));
    }

    private static JsonNode Wrap(FieldSchema field, string value) => field.Many ? new JsonArray(value) : JsonValue.Create(value);

    private JsonNode? ReadJson()
    {
        var text = Unlinked(utterance[rest].Trim());
        if (text.StartsWith('[') || text.StartsWith('{'))
        {
            var end = text.LastIndexOf(text[0] == '[' ? ']' : '}');
            if (end > 0 && JsonText.TryParse(text[..(end + 1)]) is { } json)
                return Take(rest, json);
        }

        var quoted = utterance.Quotes.Where(quote => IsFree(quote)).ToList();
        if (quoted.Count > 0)
        {
            Taken.AddRange(quoted.Select(quote => quote.Span));
            return new JsonArray([.. quoted.Select(quote => JsonValue.Create(quote.Value))]);
        }

        var items = Unlinked(Free()).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length == 0 ? null : Take(rest, new JsonArray([.. items.Select(item => JsonValue.Create(item))]));
    }

    // An address is one word; what follows it belongs to something else.
    private JsonValue? ReadWord(Func<string, bool> fits)
    {
        if (ReadText() is not { Length: > 0 } text)
            return null;
        var fitting = text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(fits);
        return JsonValue.Create(fitting?.TrimEnd('.', '!', '?') ?? text);
    }

    private string? ReadText()
    {
        if (Quoted() is { } quoted)
        {
            Taken.Add(quoted.Span);
            return quoted.Value;
        }

        var text = Unlinked(Free());
        if (text.Length > 0)
            Taken.Add(rest);
        return text;
    }

    private Quote? Quoted() => utterance.Quotes.FirstOrDefault(IsFree);

    private bool IsFree(Quote quote) =>
        quote.Span.Start >= rest.Start && quote.Span.End <= rest.End && !used.Any(span => span.Overlaps(quote.Span));

    private JsonNode Take(Span span, JsonNode value)
    {
        Taken.Add(span);
        return value;
    }

    // The segment without the parts that are a name or a verb.
    private string Free()
    {
        var letters = utterance[rest].ToCharArray();
        foreach (var span in used.Where(span => span.Overlaps(rest)))
        {
            for (var i = Math.Max(span.Start, rest.Start); i < Math.Min(span.End, rest.End); i++)
                letters[i - rest.Start] = ' ';
        }

        return new string(letters);
    }

    private int LastWord(string word)
    {
        var at = utterance.Folded[rest.Start..rest.End].LastIndexOf(word, StringComparison.Ordinal);
        return at < 0 ? -1 : rest.Start + at + word.Length - 1;
    }

    // Takes "of", "is", "to" … off the front, repeatedly ("of  to 900"), and what leads to the next field off the end.
    private static string Unlinked(string text)
    {
        text = text.Trim(' ', ',', ';', ':', '=', '\n', '\t', '\r');
        while (Links.FirstOrDefault(link => text.StartsWith(link + " ", StringComparison.OrdinalIgnoreCase)) is { } link)
            text = text[link.Length..].TrimStart(' ', ':', '=');
        while (Tails.FirstOrDefault(tail => text.EndsWith(" " + tail, StringComparison.OrdinalIgnoreCase) || text.Equals(tail, StringComparison.OrdinalIgnoreCase)) is { } tail)
            text = text[..^tail.Length].TrimEnd(' ', ',', ';');
        return text.TrimEnd('.', '!', ' ');
    }
}
