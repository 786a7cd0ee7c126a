using System.Text.Json;

namespace Tmcp.AiOps.Intake;

/// <summary>Turns bytes into JSON values.</summary>
internal static class JsonBodies
{
    private static readonly JsonDocumentOptions _one = new() { MaxDepth = 32 };

    /// <summary>Exactly one value.</summary>
    /// <exception cref="BodyException">Not JSON.</exception>
    public static JsonDocument ParseOne(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, _one);
        }
        catch (JsonException exception)
        {
            throw Bad(exception);
        }
    }

    /// <summary>A list, one object, or objects one after the other (newline-delimited): each object, in order.</summary>
    /// <exception cref="BodyException">Not JSON, or empty.</exception>
    public static void EachRecord(ReadOnlyMemory<byte> bytes, Action<JsonElement> onRecord)
    {
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = 32, AllowMultipleValues = true });
        var any = false;
        try
        {
            while (reader.Read())
            {
                any = true;
                // A list is taken apart record by record: one document of the whole would be three times its size.
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray && reader.CurrentDepth == 0)
                    continue;
                using var record = JsonDocument.ParseValue(ref reader);
                onRecord(record.RootElement);
            }
        }
        catch (JsonException exception)
        {
            throw Bad(exception);
        }

        if (!any)
            throw new BodyException("The body is empty. Send JSON.");
    }

    private static BodyException Bad(JsonException exception) => new(
        $"The body is not JSON: it breaks at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. Send valid JSON in UTF-8.");
}
