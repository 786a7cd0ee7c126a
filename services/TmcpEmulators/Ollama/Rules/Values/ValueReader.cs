using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Values;

/// <summary>Reads the values of fields out of a message, by the schema of the collection.</summary>
/// <remarks>
/// 1. Words for fields are found; each field's value is looked for up to the next such word ("budget of 5,000, status active").
/// 2. Values of select fields that stand alone ("an awareness campaign") are taken, where the request leaves no doubt.
/// 3. Dates that stand alone ("from … to …", "on …") go to the fields for begin and end, or to the only date.
/// 4. An address of the web that stands alone goes to the required field for one.
/// 5. Names of other records go to the relations that point to their kind.
/// </remarks>
internal sealed class ValueReader
{
    private readonly CollectionSchema _schema;
    private readonly Intent _intent;
    private readonly List<Span> _used;
    private readonly IReadOnlyList<(Span Span, DateOnly Date)> _dates;
    private readonly List<FieldSchema> _writable;
    private readonly FieldValues _values = new();

    private ValueReader(CollectionSchema schema, Intent intent, DateOnly today)
    {
        _schema = schema;
        _intent = intent;
        _writable = [.. schema.Fields.Where(field => !field.IsAutomatic && field.Type is not ("relation" or "file" or "password"))];
        _used = [.. intent.Used.Except(intent.Others.Where(IsField).SelectMany(other => new[] { other.Noun, other.Span }))];
        _dates = DateReader.FindAll(intent.Utterance, today);
    }

    public static FieldValues Read(CollectionSchema schema, Intent intent, DateOnly today)
    {
        var reader = new ValueReader(schema, intent, today);
        reader.ReadNamedFields();
        reader.ReadImpliedValue();
        reader.ReadLooseSelects();
        reader.ReadLooseDates();
        reader.ReadLooseAddress();
        reader.ReadRelations();
        return reader._values;
    }


    // 'comment … content "…"': a noun that no relation points to, but that a field is called by, is that field.
    private bool IsField(Mention other)
    {
        var noun = _intent.Utterance.Lower[other.Noun.Start..other.Noun.End];
        return !IsTarget(_schema, other) && _schema.Fields.Any(field => FieldWords.PhrasesOf(field.Name).Split('|').Contains(noun, StringComparer.Ordinal));
    }

    private static bool IsTarget(CollectionSchema schema, Mention other) =>
        schema.Fields.Any(field => field.Type == "relation" && Collections.OfField(field.Name) == other.Word);

    private void ReadNamedFields()
    {
        var words = new PhraseTable<FieldSchema>();
        var title = _schema.Title;
        foreach (var field in _writable.Where(field => field != title || field.Name is not ("name" or "title")))
            words.Add(field, FieldWords.PhrasesOf(field.Name));
        var named = words.FindAll(_intent.Utterance).Where(match => !IsUsed(match.Span)).ToList();
        for (var i = 0; i < named.Count; i++)
        {
            var field = named[i].Meaning;
            if (_values.Data.ContainsKey(field.Name))
                continue;
            var end = i + 1 < named.Count ? named[i + 1].Span.Start : _intent.Utterance.Text.Length;
            var segment = new FieldSegment(_intent.Utterance, named[i].Span, new Span(named[i].Span.End, end), _used, _dates);
            if (segment.Read(field) is { } value)
            {
                _values.Data[field.Name] = value;
                _used.AddRange(segment.Taken);
            }
            else if (field.Type == "select" && segment.HasWord)
            {
                _values.Refused.Add(field);
            }
        }
    }

    private void ReadImpliedValue()
    {
        if (_intent.ImpliedValue is not { } implied)
            return;
        var field = _writable.FirstOrDefault(field => field.Type == "select" && field.Values.Contains(implied, StringComparer.Ordinal));
        if (field is not null && !_values.Data.ContainsKey(field.Name))
            _values.Data[field.Name] = implied;
    }

    private void ReadLooseSelects()
    {
        foreach (var field in _writable.Where(field => field.Type == "select" && !_values.Data.ContainsKey(field.Name)))
        {
            var known = field.Values.Where(value => value != "other" && !(value == "new" && _intent.Action is RequestAction.Create or RequestAction.Update));
            var match = SelectValues.TableOf(known).FindAll(_intent.Utterance).FirstOrDefault(match => !IsUsed(match.Span) && MayStandAlone(match.Span));
            if (match is null)
                continue;
            _values.Data[field.Name] = field.Many ? new JsonArray(match.Meaning) : match.Meaning;
            _values.Refused.Remove(field);
            _used.Add(match.Span);
        }
    }

    // "pause the active campaigns": in an update only the value after "as", "to", "thành", … is the new one.
    private bool MayStandAlone(Span span)
    {
        if (_intent.Action != RequestAction.Update)
            return true;
        var before = _intent.Utterance.Lower[..span.Start].TrimEnd();
        return UpdateArrows.Any(arrow => before.EndsWith(arrow, StringComparison.Ordinal) && Utterance.IsBoundary(before, before.Length - arrow.Length));
    }

    private static readonly string[] UpdateArrows = ["as", "to", "is", "=", ":", "thành", "sang", "là", "thanh", "trạng thái"];

    private void ReadLooseDates()
    {
        var free = _writable.Where(field => field.Type == "date" && !_values.Data.ContainsKey(field.Name)).ToList();
        foreach (var (span, date) in _dates.Where(entry => !IsUsed(entry.Span)))
        {
            var before = _intent.Utterance.Folded[..span.Start].TrimEnd();
            var field = Array.Exists(EndWords, word => EndsWithWord(before, word)) ? free.Find(field => field.Name.Contains("end", StringComparison.Ordinal))
                : Array.Exists(StartWords, word => EndsWithWord(before, word)) ? free.Find(field => field.Name.Contains("start", StringComparison.Ordinal))
                : null;
            field ??= free.Count == 1 ? free[0] : null;
            if (field is null)
                continue;
            _values.Data[field.Name] = DateReader.ToWire(date);
            _used.Add(span);
            free.Remove(field);
        }
    }

    private static readonly string[] StartWords = ["from", "on", "since", "tu", "tu ngay", "vao", "vao ngay", "ngay"];
    private static readonly string[] EndWords = ["to", "until", "till", "through", "den", "den ngay", "den het", "den het ngay"];

    private static bool EndsWithWord(string text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && Utterance.IsBoundary(text, text.Length - word.Length);

    private void ReadLooseAddress()
    {
        if (_writable.Find(field => field is { Type: "url", Required: true } && !_values.Data.ContainsKey(field.Name)) is not { } field)
            return;
        var address = _intent.Utterance.Text.Split([' ', '\n', '"', '“', '”', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        if (address is not null)
            _values.Data[field.Name] = address.TrimEnd('.', ',', ';', '!', '?');
    }

    private void ReadRelations()
    {
        foreach (var field in _schema.Fields.Where(field => field.Type == "relation"))
        {
            var target = Collections.OfField(field.Name);
            if (_intent.Others.FirstOrDefault(other => other.Word == target) is { } wanted)
                _values.Relations.Add((field, wanted));
        }

        foreach (var other in _intent.Others.Where(other => !IsTarget(_schema, other) && !IsField(other)))
            _values.Unused.Add(other);
    }

    private bool IsUsed(Span span) => _used.Exists(used => used.Overlaps(span));
}
