using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Data;

/// <summary>An entry that was delivered to a consumer and not acknowledged yet.</summary>
internal sealed class PendingEntry(StreamId id)
{
    /// <summary>Bytes that one takes in the two sets which hold it.</summary>
    public const int Size = 160;

    public static IComparer<PendingEntry> ById { get; } = Comparer<PendingEntry>.Create((x, y) => x.Id.CompareTo(y.Id));

    public StreamId Id { get; } = id;

    public StreamConsumer Consumer { get; set; } = null!;

    /// <summary>Unix milliseconds.</summary>
    public long DeliveredAt { get; set; }

    public long Deliveries { get; set; }

    /// <summary>The command that makes exactly this entry again.</summary>
    public byte[][] ClaimCommand(byte[] key, ConsumerGroup group) =>
    [
        "XCLAIM"u8.ToArray(), key, group.Name, Consumer.Name, "0"u8.ToArray(), Id.Bytes(), "TIME"u8.ToArray(), Numbers.Format(DeliveredAt),
        "RETRYCOUNT"u8.ToArray(), Numbers.Format(Deliveries), "FORCE"u8.ToArray(), "JUSTID"u8.ToArray(), "LASTID"u8.ToArray(), group.LastId.Bytes(),
    ];
}
