using System.Text.Json;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Schema;

/// <summary>What a writer of records has to know about fields.</summary>
internal static class FieldSummary
{
    public static string Write(JsonElement fields) => JsonText.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var field in fields.EnumerateArray())
            WriteField(writer, field);
        writer.WriteEndArray();
    });

    private static void WriteField(Utf8JsonWriter writer, JsonElement field)
    {
        var type = field.GetProperty("type").GetString();
        writer.WriteStartObject();
        writer.WriteString("name", field.GetProperty("name").GetString());
        writer.WriteString("type", type);
        writer.WriteBoolean("required", field.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True);
        foreach (var extra in ExtrasOf(type))
        {
            if (field.TryGetProperty(extra, out var value) && IsSet(type, value))
            {
                writer.WritePropertyName(extra);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static string[] ExtrasOf(string? type) => type switch
    {
        "select" => ["values"],
        "relation" => ["collectionId", "maxSelect", "cascadeDelete"],
        "text" or "url" => ["max"],
        _ => [],
    };

    // A longest length of 0 means that there is none.
    private static bool IsSet(string? type, JsonElement value) =>
        type is not ("text" or "url") || (value.ValueKind == JsonValueKind.Number && value.GetDouble() > 0);
}
