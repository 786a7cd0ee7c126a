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

    /// <summary>Writes a text by hand.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Indents compact JSON into <paramref name="output"/>; numbers stay as they are written.</summary>
    /// <exception cref="JsonException">The input is not JSON.</exception>
    public static void Reformat(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        // What comes before a value: nothing at first and after a name, a line with or without comma inside a container.
        var last = JsonTokenType.None;
        while (reader.Read())
        {
            var type = reader.TokenType;
            if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                if (last is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    StartLine(reader.CurrentDepth, output);
            }
            else if (last is not (JsonTokenType.None or JsonTokenType.PropertyName))
            {
                if (last is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    output.Write(","u8);
                StartLine(reader.CurrentDepth, output);
            }

            WriteToken(ref reader, output);
            last = type;
        }
    }

    private static void StartLine(int depth, IBufferWriter<byte> output)
    {
        var length = 1 + (2 * depth);
        var line = output.GetSpan(length)[..length];
        line.Fill((byte)' ');
        line[0] = (byte)'\n';
        output.Advance(length);
    }

    private static void WriteToken(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
        {
            output.Write(reader.ValueSpan);
            return;
        }

        output.Write("\""u8);
        if (reader.ValueIsEscaped)
            WriteUnescaped(ref reader, output);
        else
            output.Write(reader.ValueSpan);
        output.Write(reader.TokenType == JsonTokenType.PropertyName ? "\": "u8 : "\""u8);
    }

    // PocketBase writes < > & as \u003c and so on; here only what JSON demands is escaped.
    private static void WriteUnescaped(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        // Unescaping never makes a text longer.
        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            ReadOnlySpan<byte> text = rented.AsSpan(0, reader.CopyString(rented));
            while (!text.IsEmpty)
            {
                JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(text, output.GetSpan(256), out var consumed, out var written);
                output.Advance(written);
                text = text[consumed..];
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which has no UTF-8 form: it stays as it is escaped.
            output.Write(reader.ValueSpan);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
