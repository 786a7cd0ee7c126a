namespace TmcpEmulators.Redis.Data;

/// <summary>A group of a stream: how far it has read, and what it has not acknowledged.</summary>
internal sealed class ConsumerGroup(byte[] name, StreamId lastId, long entriesRead)
{
    /// <summary>Nobody knows how many entries the group has passed.</summary>
    public const long UnknownRead = -1;

    public byte[] Name { get; } = name;

    public StreamId LastId { get; set; } = lastId;

    public long EntriesRead { get; set; } = entriesRead;

    public SortedSet<PendingEntry> Pending { get; } = new(PendingEntry.ById);

    public Dictionary<byte[], StreamConsumer> Consumers { get; } = new(ByteStringComparer.Instance);

    public PendingEntry? Find(StreamId id) => Pending.TryGetValue(new PendingEntry(id), out var entry) ? entry : null;

    public static IEnumerable<PendingEntry> Range(SortedSet<PendingEntry> pending, StreamId from, StreamId to) =>
        from > to ? [] : pending.GetViewBetween(new PendingEntry(from), new PendingEntry(to));

    /// <summary>Gives the entry to a consumer, or adds it.</summary>
    public void Assign(PendingEntry entry, StreamConsumer consumer)
    {
        if (entry.Consumer == consumer)
            return;
        entry.Consumer?.Pending.Remove(entry);
        entry.Consumer = consumer;
        consumer.Pending.Add(entry);
        Pending.Add(entry);
    }

    public void Release(PendingEntry entry)
    {
        Pending.Remove(entry);
        entry.Consumer.Pending.Remove(entry);
    }
}
