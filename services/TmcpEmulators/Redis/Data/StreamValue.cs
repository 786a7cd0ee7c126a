namespace TmcpEmulators.Redis.Data;

/// <summary>A log of entries with consumer groups. It stays when its last entry is gone.</summary>
internal sealed class StreamValue : RedisValue
{
    private readonly Deque<StreamEntry> _entries = new();

    public IReadOnlyList<StreamEntry> Entries => _entries;

    public int Count => _entries.Count;

    public StreamId LastId { get; set; }

    public StreamId MaxDeletedId { get; set; }

    /// <summary>Entries ever added.</summary>
    public long EntriesAdded { get; set; }

    public Dictionary<byte[], ConsumerGroup> Groups { get; } = new(ByteStringComparer.Instance);

    public override string Type => "stream";

    public override string Encoding => "stream";

    public override bool IsEmpty => false;

    public StreamId FirstId => Count == 0 ? StreamId.Min : _entries[0].Id;

    public void Add(StreamEntry entry)
    {
        _entries.AddLast(entry);
        LastId = entry.Id;
        EntriesAdded++;
        Grow(entry.Size);
    }

    /// <summary>Index of the first entry with this id or a later one.</summary>
    public int IndexOf(StreamId id)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Id < id)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public StreamEntry? Find(StreamId id)
    {
        var index = IndexOf(id);
        return index < Count && _entries[index].Id == id ? _entries[index] : null;
    }

    public IEnumerable<StreamEntry> Range(StreamId from, StreamId to)
    {
        for (var i = IndexOf(from); i < Count && _entries[i].Id <= to; i++)
            yield return _entries[i];
    }

    public IEnumerable<StreamEntry> Backwards(StreamId from, StreamId to)
    {
        for (var i = (to == StreamId.Max ? Count : IndexOf(to.Next())) - 1; i >= 0 && _entries[i].Id >= from; i--)
            yield return _entries[i];
    }

    public bool Delete(StreamId id)
    {
        var index = IndexOf(id);
        if (index == Count || _entries[index].Id != id)
            return false;
        Grow(-_entries[index].Size);
        _entries.RemoveAt(index);
        if (id > MaxDeletedId)
            MaxDeletedId = id;
        return true;
    }

    /// <summary>Removes the oldest entries while <paramref name="surplus"/> says so, and returns how many.</summary>
    public int Trim(Func<StreamEntry, bool> surplus, long limit)
    {
        var removed = 0;
        while (Count > 0 && removed < limit && surplus(_entries[0]))
        {
            Grow(-_entries.RemoveFirst().Size);
            removed++;
        }

        return removed;
    }

    /// <summary>Counts pending entries and group records in or out.</summary>
    public void CountPending(int more) => Grow((long)more * PendingEntry.Size);

    public override RedisValue Clone()
    {
        var copy = new StreamValue();
        foreach (var entry in _entries)
            copy.Add(entry);
        (copy.LastId, copy.MaxDeletedId, copy.EntriesAdded) = (LastId, MaxDeletedId, EntriesAdded);
        foreach (var group in Groups.Values)
            copy.Groups.Add(group.Name, CloneGroup(group, copy));
        return copy;
    }

    /// <summary>Entries were deleted from the middle at or after this id, so counting by ids is not possible.</summary>
    public bool HasGapFrom(StreamId id) => Count > 0 && MaxDeletedId != StreamId.Min && MaxDeletedId >= id && MaxDeletedId >= FirstId;

    /// <summary>Entries that the group has not been given; null when nobody can tell.</summary>
    public long? Lag(ConsumerGroup group)
    {
        if (EntriesAdded == 0 || group.LastId >= LastId)
            return 0;
        if (group.EntriesRead != ConsumerGroup.UnknownRead && !HasGapFrom(group.LastId))
            return EntriesAdded - group.EntriesRead;
        return PassedAt(group.LastId) is { } passed ? EntriesAdded - passed : null;
    }

    /// <summary>How many entries were ever added up to this id; null when nobody can tell.</summary>
    public long? PassedAt(StreamId id)
    {
        if (EntriesAdded == 0)
            return 0;
        if (id == LastId)
            return EntriesAdded;
        if (HasGapFrom(StreamId.Min) || Count == 0)
            return id < FirstId && Count > 0 ? EntriesAdded - Count : null;
        return id < FirstId ? EntriesAdded - Count : EntriesAdded - Count + IndexOf(id.Next());
    }

    private static ConsumerGroup CloneGroup(ConsumerGroup group, StreamValue owner)
    {
        var copy = new ConsumerGroup(group.Name, group.LastId, group.EntriesRead);
        foreach (var consumer in group.Consumers.Values)
            copy.Consumers.Add(consumer.Name, new StreamConsumer(consumer.Name) { SeenAt = consumer.SeenAt });
        foreach (var entry in group.Pending)
        {
            copy.Assign(new PendingEntry(entry.Id) { DeliveredAt = entry.DeliveredAt, Deliveries = entry.Deliveries }, copy.Consumers[entry.Consumer.Name]);
            owner.CountPending(1);
        }

        return copy;
    }
}
