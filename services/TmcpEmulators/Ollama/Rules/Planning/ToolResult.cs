using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>What a tool answered. It is data: nothing in it is ever read as a request.</summary>
internal sealed record ToolResult(string Text)
{
    /// <summary>The result as JSON; null when it is none. Text around it (a frame, a heading) is passed over.</summary>
    public JsonNode? Json { get; } = JsonText.TryParse(Text) ?? Inner(Text);

    /// <summary>The error that the tool reports, shortened; null when it succeeded.</summary>
    public string? Error
    {
        get
        {
            var text = Text.Trim();
            if (text.StartsWith("error", StringComparison.OrdinalIgnoreCase))
                return text;
            return Json is JsonObject fields && (fields["error"] is not null || JsonText.NumberOrNull(fields["status"]) is >= 400) ? text : null;
        }
    }

    /// <summary>The records of a list; null when the result is no list.</summary>
    public IReadOnlyList<JsonObject>? Items { get; } = ReadItems(Text);

    /// <summary>How many records there are in all; counts what is there when the list does not say; null when the list was cut off.</summary>
    public double? Total => JsonText.NumberOrNull((Json as JsonObject)?["totalItems"]) is { } total and >= 0 ? total : Json is null ? null : Items?.Count;

    private static IReadOnlyList<JsonObject>? ReadItems(string text)
    {
        var json = JsonText.TryParse(text) ?? Inner(text);
        var list = json as JsonArray ?? (json as JsonObject)?["items"] as JsonArray;
        if (list is null && json is null && text.Contains("\"items\"", StringComparison.Ordinal))
            return CutList.Read(text);
        return list?.OfType<JsonObject>().Where(item => item.ContainsKey("id") || item.ContainsKey("name")).ToList();
    }

    private static JsonNode? Inner(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        return start > 0 || (start == 0 && end > 0 && end < text.Length - 1) ? end > start ? JsonText.TryParse(text[start..(end + 1)]) : null : null;
    }
}
