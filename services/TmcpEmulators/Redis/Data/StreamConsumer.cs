namespace TmcpEmulators.Redis.Data;

/// <summary>A member of a group.</summary>
internal sealed class StreamConsumer(byte[] name)
{
    public byte[] Name { get; } = name;

    /// <summary>Unix milliseconds of its last command.</summary>
    public long SeenAt { get; set; }

    public SortedSet<PendingEntry> Pending { get; } = new(PendingEntry.ById);
}
