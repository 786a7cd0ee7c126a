using System.Globalization;
using System.Text.Json;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

/// <summary>
/// The arguments of one call. As lenient as the older bridge was: numbers may come as texts, an object as a text of JSON, and an
/// optional argument may be null.
/// </summary>
internal sealed class ToolArguments(string tool, IDictionary<string, JsonElement>? arguments)
{
    /// <summary>A required text.</summary>
    public string RequiredText(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString()!,
        null => throw Rejected(name, "is missing"),
        _ => throw Rejected(name, "must be a string"),
    };

    /// <summary>A text that may be left out; then empty.</summary>
    public string Text(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } value => value.GetString()!,
        _ => throw Rejected(name, "must be a string"),
    };

    /// <summary>A whole number that may be left out.</summary>
    public int Integer(string name, int otherwise) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => otherwise,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && IsInteger(number) => (int)number,
        { ValueKind: JsonValueKind.String } value when int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Rejected(name, "must be a whole number"),
    };

    /// <summary>A required object, as UTF-8 JSON.</summary>
    public byte[] RequiredObject(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Object } value => JsonSerializer.SerializeToUtf8Bytes(value, ToolJson.Default.JsonElement),
        { ValueKind: JsonValueKind.String } value => ParseObject(name, value.GetString()!),
        null => throw Rejected(name, "is missing"),
        _ => throw Rejected(name, "must be an object"),
    };

    private JsonElement? Find(string name) =>
        arguments is not null && arguments.TryGetValue(name, out var value) ? value : null;

    private byte[] ParseObject(string name, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return JsonSerializer.SerializeToUtf8Bytes(document.RootElement, ToolJson.Default.JsonElement);
        }
        catch (JsonException)
        {
            // Told below, as for any other text.
        }

        throw Rejected(name, "must be an object, or a string with the JSON of one");
    }

    private static bool IsInteger(double number) => number is >= int.MinValue and <= int.MaxValue && Math.Truncate(number).Equals(number);

    private ArgumentRejectedException Rejected(string name, string what) =>
        new($"Error executing tool {tool}: argument '{name}' {what}. See the tool's input schema in tools/list.");
}
