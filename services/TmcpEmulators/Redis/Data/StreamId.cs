using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TmcpEmulators.Redis.Data;

/// <summary>Id of a stream entry, <c>1767225600000-0</c>: milliseconds and a sequence number.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreamId(ulong Time, ulong Sequence) : IComparable<StreamId>
{
    public static StreamId Min { get; } = new(0, 0);

    public static StreamId Max { get; } = new(ulong.MaxValue, ulong.MaxValue);

    public static bool operator <(StreamId left, StreamId right) => left.CompareTo(right) < 0;

    public static bool operator >(StreamId left, StreamId right) => left.CompareTo(right) > 0;

    public static bool operator <=(StreamId left, StreamId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StreamId left, StreamId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads an id; one without a sequence number gets <paramref name="missingSequence"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, ulong missingSequence, out StreamId id)
    {
        id = Min;
        if (text.Length is 0 or > 41)
            return false;
        var word = Encoding.ASCII.GetString(text);
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        var sequence = missingSequence;
        if (!ulong.TryParse(dash < 0 ? word : word.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var time) ||
            (dash >= 0 && !ulong.TryParse(word.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out sequence)))
        {
            return false;
        }

        id = new StreamId(time, sequence);
        return true;
    }

    public StreamId Next() => Sequence < ulong.MaxValue ? this with { Sequence = Sequence + 1 } : new StreamId(Time + 1, 0);

    public StreamId Previous() => Sequence > 0 ? this with { Sequence = Sequence - 1 } : new StreamId(Time - 1, ulong.MaxValue);

    public byte[] Bytes() => Encoding.ASCII.GetBytes(ToString());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}-{Sequence}");

    public int CompareTo(StreamId other)
    {
        var byTime = Time.CompareTo(other.Time);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }
}
