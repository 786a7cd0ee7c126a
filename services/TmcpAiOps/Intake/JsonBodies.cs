using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Tmcp.AiOps.Intake;

/// <summary>Turns bytes into JSON values.</summary>
internal static class JsonBodies
{
    private static readonly JsonDocumentOptions _one = new() { MaxDepth = 32 };

    /// <summary>Exactly one value.</summary>
    /// <exception cref="BodyException">Not JSON.</exception>
    public static JsonDocument ParseOne(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span))
            throw new BodyException("The body is not UTF-8. Send valid JSON in UTF-8.");
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
        // One line of binary junk must not cost the other thousand: what is no character becomes a mark.
        if (!Utf8.IsValid(bytes.Span))
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span));
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

        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }

        if (!any)
            throw new BodyException("The body is empty. Send JSON.");
    }

    /// <summary>What the reader of .NET calls an invalid operation: <c>"\ud800"</c> is valid JSON and no text.</summary>
    public static BodyException HalfCharacter() => new("A name or text of the body holds half a surrogate pair, which is no text. Send valid Unicode.");

    private static BodyException Bad(JsonException exception) => new(
        $"The body is not JSON: it breaks at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. Send valid JSON in UTF-8.");
}
