namespace TmcpEmulators.Redis.Data;

/// <summary>Sums what all values take, in bytes. An estimate: contents plus a fixed overhead for each item.</summary>
internal sealed class MemoryMeter
{
    /// <summary>A key, its slot and its value object.</summary>
    public const int KeyOverhead = 160;

    /// <summary>An item of a hash, set, list or stream: array header, slot and index entry.</summary>
    public const int ItemOverhead = 80;

    public long Used { get; private set; }

    public long Peak { get; private set; }

    public void Add(long bytes)
    {
        Used += bytes;
        Peak = Math.Max(Peak, Used);
    }
}
