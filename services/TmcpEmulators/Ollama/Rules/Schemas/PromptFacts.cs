using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>What a prompt says, in pieces that fill a demanded form: named values, sentences, keywords.</summary>
internal sealed record PromptFacts(
    IReadOnlyDictionary<string, string> Named, IReadOnlyList<string> Sentences, IReadOnlyList<string> Words)
{
    private const int MaxText = 60_000;
    private const int MaxFacts = 400;

    /// <summary>A value to choose wherever the form offers it.</summary>
    public string? Preferred { get; init; }

    /// <summary>Reads the users' and tools' texts first, then the instructions.</summary>
    public static PromptFacts Read(IReadOnlyList<Turn> turns)
    {
        var ordered = turns.Where(turn => turn.Speaker != Speaker.System).Concat(turns.Where(turn => turn.Speaker == Speaker.System));
        var text = string.Join('\n', ordered.Select(turn => DataBlocks.Unwrap(turn.Text)));
        if (text.Length > MaxText)
            text = text[..MaxText];
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
            AddLine(named, line);
        foreach (var json in Objects(text))
            AddJson(named, json, depth: 0);
        return new PromptFacts(named, SentencesOf(turns), Keywords.Of(text, most: 40));
    }

    /// <summary>A property's name as it is compared: <c>brandName</c>, <c>brand_name</c> and "Brand name" are one.</summary>
    public static string Key(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    // The user's own words, without lines that are names with values.
    private static IReadOnlyList<string> SentencesOf(IReadOnlyList<Turn> turns)
    {
        var own = turns.Where(turn => turn.Speaker == Speaker.User).Select(turn => DataBlocks.Unwrap(turn.Text)).DefaultIfEmpty("").Last();
        return [.. own.Split(['\n', '.', '!', '?'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(sentence => sentence.Length is > 8 and < 400 && !sentence.Contains('{', StringComparison.Ordinal))
            .Take(40)];
    }

    // "Brand name: Lotus Tea", "- budget = 5000"
    private static void AddLine(Dictionary<string, string> named, string line)
    {
        var at = line.AsSpan().IndexOfAny(':', '=');
        if (at is < 2 or > 60)
            return;
        var value = line[(at + 1)..].Trim(' ', '*', '"', ',', '\r', '\t');
        if (value.Length is > 0 and < 1000 && value[0] is not ('{' or '['))
            Add(named, line[..at], value);
    }

    private static void AddJson(Dictionary<string, string> named, JsonNode? json, int depth)
    {
        if (depth > 8 || json is not JsonObject fields)
            return;
        foreach (var (name, value) in fields)
        {
            if (value is JsonObject inner)
                AddJson(named, inner, depth + 1);
            else if (value is JsonArray list)
                Add(named, name, string.Join(", ", list.Select(JsonText.StringOrNull).OfType<string>()));
            else if (value is not null)
                Add(named, name, JsonText.StringOrNull(value) ?? value.ToJsonString());
        }
    }

    private static void Add(Dictionary<string, string> named, string name, string value)
    {
        var key = Key(name);
        if (key.Length is > 1 and <= 60 && value.Length > 0 && named.Count < MaxFacts)
            named.TryAdd(key, value.Length > 2000 ? value[..2000] : value);
    }

    // Balanced objects in the text, outermost first.
    private static IEnumerable<JsonNode> Objects(string text)
    {
        var tries = 0;
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0 && tries < 20; tries++)
        {
            var end = JsonText.EndOfObject(text, start);
            if (end > 0 && JsonText.TryParse(text[start..end]) is { } json)
            {
                yield return json;
                start = end < text.Length ? text.IndexOf('{', end) : -1;
            }
            else
            {
                start = start + 1 < text.Length ? text.IndexOf('{', start + 1) : -1;
            }
        }
    }
}
