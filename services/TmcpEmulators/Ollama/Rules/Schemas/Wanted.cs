using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Reads what an answer wants to say in the shape that a schema asks for.</summary>
internal static class Wanted
{
    /// <summary>The value of an enumeration that is meant; null for none.</summary>
    public static JsonNode? Choice(JsonArray values, JsonNode? wanted) => Text(wanted) is { } text
        ? values.FirstOrDefault(value => JsonText.StringOrNull(value) is { } option && PromptFacts.Key(option) == PromptFacts.Key(text))
        : null;

    /// <summary>The members by their compared names: <c>brand_name</c> and <c>brandName</c> are one.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Members(JsonObject? wanted) =>
        (wanted ?? []).GroupBy(member => PromptFacts.Key(member.Key), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

    /// <summary>A list; of an object with one list in it, that list; a text's parts.</summary>
    public static JsonArray? List(JsonNode? wanted) => wanted switch
    {
        JsonArray list => list,
        JsonObject { Count: 1 } wrapper when wrapper.First().Value is JsonArray inner => inner,
        JsonValue value when JsonText.StringOrNull(value) is { Length: > 0 } text =>
            [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => JsonValue.Create(part))],
        _ => null,
    };

    /// <summary>A text; a list or an object as its texts, one after the other.</summary>
    public static string? Text(JsonNode? wanted) => wanted switch
    {
        null => null,
        JsonArray list => string.Join(", ", list.Select(Text).OfType<string>()),
        JsonObject members => string.Join(". ", members.Select(member => Text(member.Value)).OfType<string>()),
        _ => wanted.GetValueKind() == JsonValueKind.String ? wanted.GetValue<string>() : wanted.ToJsonString(),
    };
}
