using System.Buffers.Text;
using System.Text;

namespace TmcpEmulators.Redis.Protocol;

/// <summary>A growing buffer of RESP2 replies (and, since the forms are the same, of requests in the append-only file).</summary>
internal sealed class ReplyBuffer
{
    private const int KeptCapacity = 256 * 1024;
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Ok() => Raw("+OK\r\n"u8);

    public void Simple(string text) => Line('+', text);

    public void Error(string text) => Line('-', text.ReplaceLineEndings(" "));

    public void NullBulk() => Raw("$-1\r\n"u8);

    public void NullArray() => Raw("*-1\r\n"u8);

    public void Integer(long value) => Number((byte)':', value);

    public void Flag(bool value) => Raw(value ? ":1\r\n"u8 : ":0\r\n"u8);

    public void Array(int count) => Number((byte)'*', count);

    public void Bulk(string text) => Bulk(Encoding.UTF8.GetBytes(text).AsSpan());

    public void Double(double value) => Bulk(Numbers.Format(value));

    public void BulkOrNull(byte[]? bytes)
    {
        if (bytes is null)
            NullBulk();
        else
            Bulk(bytes);
    }

    public void Bulk(ReadOnlySpan<byte> bytes)
    {
        Number((byte)'$', bytes.Length);
        Reserve(bytes.Length + 2);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
        _bytes[Length++] = (byte)'\r';
        _bytes[Length++] = (byte)'\n';
    }

    public void Bulks(IReadOnlyCollection<byte[]> items)
    {
        Array(items.Count);
        foreach (var item in items)
            Bulk(item);
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Forgets what was written after <paramref name="length"/>: a command that failed half-way answers with its error alone.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Empties the buffer; a very large one is given back.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > KeptCapacity)
            _bytes = new byte[1024];
    }

    private void Line(char marker, string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length) + 3);
        _bytes[Length++] = (byte)marker;
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
        _bytes[Length++] = (byte)'\r';
        _bytes[Length++] = (byte)'\n';
    }

    private void Number(byte marker, long value)
    {
        Reserve(24);
        _bytes[Length++] = marker;
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(Length), out var written);
        Length += written;
        _bytes[Length++] = (byte)'\r';
        _bytes[Length++] = (byte)'\n';
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more)
            System.Array.Resize(ref _bytes, (int)Math.Min(System.Array.MaxLength, Math.Max(_bytes.Length * 2L, Length + (long)more)));
    }
}
