using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tmcp.Bridge.Results;

/// <summary>JSON as clients of the bridge get it: indented by two blanks, members in PocketBase's order, letters as they are.</summary>
internal static class JsonText
{
    internal static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private const int StackBytes = 256;

    /// <summary>Writes a text by hand.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Indents compact JSON into <paramref name="output"/>.</summary>
    /// <exception cref="JsonException">The input is not JSON.</exception>
    public static void Reformat(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        using var writer = new Utf8JsonWriter(output, Indented);
        while (reader.Read())
            Copy(ref reader, writer);
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
            case JsonTokenType.String:
                CopyText(ref reader, writer);
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void CopyText(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        if (!reader.ValueIsEscaped)
        {
            WriteText(reader.TokenType, reader.ValueSpan, writer);
            return;
        }

        // Unescaping never makes a text longer.
        byte[]? rented = null;
        var buffer = reader.ValueSpan.Length <= StackBytes
            ? stackalloc byte[StackBytes]
            : rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var length = reader.CopyString(buffer);
        WriteText(reader.TokenType, buffer[..length], writer);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    private static void WriteText(JsonTokenType type, ReadOnlySpan<byte> text, Utf8JsonWriter writer)
    {
        if (type == JsonTokenType.PropertyName)
            writer.WritePropertyName(text);
        else
            writer.WriteStringValue(text);
    }
}
