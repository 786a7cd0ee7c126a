using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace TmcpEmulators.Redis.Protocol;

/// <summary>
/// Reads requests in RESP2's form, <c>*2\r\n$3\r\nGET\r\n$1\r\na\r\n</c>, and in the inline form that a person types, <c>GET a</c>.
/// </summary>
internal static class RequestParser
{
    public const int MaxBulkBytes = 512 * 1024 * 1024;
    private const int MaxArguments = 1024 * 1024;
    private const int MaxLineBytes = 64 * 1024;

    // What a client may send before it has given the password: enough for AUTH and HELLO.
    private const int MaxArgumentsUntrusted = 10;
    private const int MaxBulkBytesUntrusted = 16 * 1024;

    /// <summary>Takes one whole request off the buffer's front, or returns false and leaves the buffer as it is.</summary>
    /// <exception cref="ProtocolError">The bytes are not RESP.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, bool trusted, out byte[][] arguments)
    {
        arguments = [];
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryPeek(out var first))
            return false;
        var complete = first == '*' ? TryReadArray(ref reader, trusted, out arguments) : TryReadInline(ref reader, out arguments);
        if (complete)
            buffer = buffer.Slice(reader.Position);
        return complete;
    }

    private static bool TryReadArray(ref SequenceReader<byte> reader, bool trusted, out byte[][] arguments)
    {
        arguments = [];
        if (!TryReadLength(ref reader, "mbulk count", out var count))
            return false;
        if (count is null || count > MaxArguments)
            throw new ProtocolError("invalid multibulk length");
        if (!trusted && count > MaxArgumentsUntrusted)
            throw new ProtocolError("unauthenticated multibulk length");
        if (count <= 0)
            return true;

        var read = new byte[Math.Min((int)count.Value, 1024)][];
        for (var i = 0; i < count; i++)
        {
            if (i == read.Length)
                Array.Resize(ref read, (int)Math.Min(count.Value, read.Length * 2L));
            if (!TryReadBulk(ref reader, trusted, out read[i]))
                return false;
        }

        arguments = read;
        return true;
    }

    private static bool TryReadBulk(ref SequenceReader<byte> reader, bool trusted, out byte[] bulk)
    {
        bulk = [];
        if (!reader.TryPeek(out var marker))
            return false;
        if (marker != '$')
            throw new ProtocolError($"expected '$', got '{(char)marker}'");
        if (!TryReadLength(ref reader, "bulk count", out var length))
            return false;
        if (length is null or < 0 or > MaxBulkBytes)
            throw new ProtocolError("invalid bulk length");
        if (!trusted && length > MaxBulkBytesUntrusted)
            throw new ProtocolError("unauthenticated bulk length");
        if (reader.Remaining < length + 2)
            return false;

        bulk = length == 0 ? [] : GC.AllocateUninitializedArray<byte>((int)length.Value);
        reader.TryCopyTo(bulk);
        reader.Advance(length.Value + 2);
        return true;
    }

    // True with null: a whole line that holds no number.
    private static bool TryReadLength(ref SequenceReader<byte> reader, string what, out long? length)
    {
        length = null;
        if (!TryReadLine(ref reader, what, out var line))
            return false;
        Span<byte> digits = stackalloc byte[20];
        if (line.Length is < 2 or > 20)
            return true;
        line.Slice(1).CopyTo(digits);
        var text = digits[..(int)(line.Length - 1)];
        if (Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length)
            length = number;
        return true;
    }

    private static bool TryReadLine(ref SequenceReader<byte> reader, string what, out ReadOnlySequence<byte> line)
    {
        if (reader.TryReadTo(out line, "\r\n"u8))
            return true;
        if (reader.Remaining > MaxLineBytes)
            throw new ProtocolError($"too big {what} string");
        return false;
    }

    private static bool TryReadInline(ref SequenceReader<byte> reader, out byte[][] arguments)
    {
        arguments = [];
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            if (reader.Remaining > MaxLineBytes)
                throw new ProtocolError("too big inline request");
            return false;
        }

        var text = Encoding.Latin1.GetString(line);
        arguments = InlineWords.Split(text.TrimEnd('\r')) ?? throw new ProtocolError("unbalanced quotes in request");
        return true;
    }
}
