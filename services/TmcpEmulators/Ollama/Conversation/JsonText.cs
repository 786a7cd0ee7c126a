using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Ollama.Conversation;

/// <summary>Reading JSON that others wrote, without exceptions for what is not there.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The text of a JSON string; null for anything else.</summary>
    public static string? StringOrNull(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The number in a JSON value, parsed or made here; null for anything else.</summary>
    public static double? NumberOrNull(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && (value.TryGetValue<double>(out var number) || double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        && double.IsFinite(number)
            ? number : null;

    /// <summary>Parses JSON; null when the text is none.</summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            CheckStrings(Encoding.UTF8.GetBytes(text));
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads every string once: nodes are lazy, and <c>"\ud800"</c> is well-formed JSON that fails only when somebody asks for its text.
    /// </summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A string is no valid UTF-16.</exception>
    public static void CheckStrings(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
    }

    /// <summary>The position after the object that begins at <paramref name="start"/>; -1 when it does not end.</summary>
    public static int EndOfObject(string text, int start)
    {
        var depth = 0;
        var inString = false;
        for (var i = start; i < text.Length; i++)
        {
            if (inString && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                inString = !inString;
            else if (!inString && text[i] == '{')
                depth++;
            else if (!inString && text[i] == '}' && --depth == 0)
                return i + 1;
        }

        return -1;
    }
}
