using System.Runtime.InteropServices;

namespace TmcpEmulators.Redis.Commands;

/// <summary>Part of a sequence, from indexes that may be negative to count from the end.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexRange(int Start, int Count)
{
    public static IndexRange Of(long first, long last, int length)
    {
        first = Math.Max(0, first < 0 ? first + length : first);
        last = Math.Min(length - 1, last < 0 ? last + length : last);
        return first > last || first >= length ? default : new IndexRange((int)first, (int)(last - first + 1));
    }
}
