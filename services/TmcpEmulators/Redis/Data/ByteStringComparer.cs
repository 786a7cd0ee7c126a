using System.Runtime.InteropServices;

namespace TmcpEmulators.Redis.Data;

/// <summary>Byte strings as keys and in order. The hash is seeded per process, so that no client can make keys collide.</summary>
internal sealed class ByteStringComparer : IEqualityComparer<byte[]>, IComparer<byte[]>
{
    public static ByteStringComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(obj), StringComparison.Ordinal);
        return obj.Length % 2 == 0 ? hash : (hash * 31) + obj[^1] + 1;
    }

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
