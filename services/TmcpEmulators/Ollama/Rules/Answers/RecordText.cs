using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Intents;

namespace TmcpEmulators.Ollama.Rules.Answers;

/// <summary>Writes records, as tools gave them, for people.</summary>
internal static class RecordText
{
    private static readonly string[] Hidden = ["id", "collectionId", "collectionName", "created", "updated", "expand", "workspace_id"];
    private static readonly string[] TitleNames = ["name", "title"];
    private static readonly string[] Telling = ["status", "platform", "budget", "type", "stage", "email", "date", "Date", "sentiment", "summary"];
    private static readonly string[] TextNames = ["core_message", "adapted_copy", "content", "original_url", "template_text", "file"];

    public static string Id(JsonObject record) => JsonText.StringOrNull(record["id"]) ?? "?";

    /// <summary>What people call the record: its name or title, else its first text, else its id.</summary>
    public static string Title(JsonObject record) => Cut(
        TitleNames.Select(name => JsonText.StringOrNull(record[name])).FirstOrDefault(text => !string.IsNullOrEmpty(text))
        ?? Texts(record).FirstOrDefault(entry => entry.Key.EndsWith("_name", StringComparison.Ordinal)).Value
        ?? TextNames.Select(name => JsonText.StringOrNull(record[name])).FirstOrDefault(text => !string.IsNullOrEmpty(text))
        ?? Texts(record).FirstOrDefault().Value
        ?? Id(record), 80);

    /// <summary>"status active, budget 5000": the most telling short values besides the title.</summary>
    public static string Line(JsonObject record, int most)
    {
        var title = Title(record);
        var values = Values(record).Where(entry =>
            entry.Value != title && entry.Value.Length <= 60 && !RecordIds.IsId(entry.Value) && record[entry.Key] is JsonValue);
        return string.Join(", ", values.OrderBy(entry => Rank(entry.Key)).Take(most).Select(entry => $"{entry.Key} {entry.Value}"));
    }

    // What people look for in a list first.
    private static int Rank(string field)
    {
        var rank = Array.FindIndex(Telling, word => field.Contains(word, StringComparison.Ordinal));
        return rank < 0 ? Telling.Length : rank;
    }

    /// <summary>Every value that is not empty, as "name: value".</summary>
    public static IEnumerable<string> Lines(JsonObject record) => Values(record).Select(entry => $"{entry.Key}: {Cut(entry.Value, 400)}");

    /// <summary>A value without the quotes of JSON; the time of a date at midnight is left out.</summary>
    public static string Value(JsonNode? value)
    {
        const string midnight = " 00:00:00.000Z";
        var text = JsonText.StringOrNull(value);
        return text is null ? value?.ToJsonString(Plain) ?? "" : text.EndsWith(midnight, StringComparison.Ordinal) ? text[..^midnight.Length] : text;
    }

    /// <summary>At most so many characters of a text, on one line, without HTML tags.</summary>
    public static string Cut(string text, int most)
    {
        text = OneLine(text);
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + "…";
    }

    // "<p>Tea\n  for you</p>": "Tea for you"
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/') ? text.IndexOf('>', i, Math.Min(200, text.Length - i)) : -1;
            i = Math.Max(i, close);
            if (close < 0 && !char.IsWhiteSpace(text[i]))
                line.Append(text[i]);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<KeyValuePair<string, string>> Texts(JsonObject record) =>
        Values(record).Where(entry => record[entry.Key]?.GetValueKind() == JsonValueKind.String && !RecordIds.IsId(entry.Value));

    private static IEnumerable<KeyValuePair<string, string>> Values(JsonObject record) =>
        from field in record
        where !Hidden.Contains(field.Key, StringComparer.Ordinal) && !IsEmpty(field.Value)
        select KeyValuePair.Create(field.Key, Value(field.Value));

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject fields => fields.Count == 0,
        _ => value.GetValueKind() == JsonValueKind.False || JsonText.StringOrNull(value) == "" || JsonText.NumberOrNull(value) is 0,
    };
}
