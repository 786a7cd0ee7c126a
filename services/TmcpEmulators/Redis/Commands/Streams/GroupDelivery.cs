using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>What XREADGROUP hands to a consumer.</summary>
internal static class GroupDelivery
{
    /// <summary>Entries that no consumer of the group has had; they become pending unless NOACK was given.</summary>
    public static List<StreamEntry> New(Invocation call, byte[] key, StreamValue stream, ConsumerGroup group, StreamConsumer consumer, ReadRequest request)
    {
        if (group.LastId == StreamId.Max)
            return [];
        var entries = stream.Range(group.LastId.Next(), StreamId.Max).Take(request.Limit).ToList();
        if (entries.Count == 0)
            return entries;
        foreach (var entry in entries)
        {
            Pass(stream, group, entry.Id);
            if (!request.WithoutAcknowledgement)
                Deliver(call, key, stream, group, consumer, entry.Id);
        }

        call.Record(
            "XGROUP"u8.ToArray(), "SETID"u8.ToArray(), key, group.Name, group.LastId.Bytes(), "ENTRIESREAD"u8.ToArray(), Numbers.Format(group.EntriesRead));
        call.Db.Touch(key);
        return entries;
    }

    /// <summary>What the consumer has had and not acknowledged; of deleted entries only the id.</summary>
    public static List<StreamEntry> History(
        Invocation call, byte[] key, StreamValue stream, ConsumerGroup group, StreamConsumer consumer, StreamId after, int limit)
    {
        if (after == StreamId.Max)
            return [];
        var entries = new List<StreamEntry>();
        foreach (var pending in ConsumerGroup.Range(consumer.Pending, after.Next(), StreamId.Max).Take(limit))
        {
            var entry = stream.Find(pending.Id);
            entries.Add(entry ?? new StreamEntry(pending.Id, []));
            if (entry is null)
                continue;

            // Asking again counts as another delivery.
            (pending.DeliveredAt, pending.Deliveries) = (call.Now, pending.Deliveries + 1);
            call.Record(pending.ClaimCommand(key, group));
            call.Db.Touch(key);
        }

        return entries;
    }

    private static void Pass(StreamValue stream, ConsumerGroup group, StreamId id)
    {
        group.EntriesRead = group.EntriesRead != ConsumerGroup.UnknownRead && !stream.HasGapFrom(group.LastId)
            ? group.EntriesRead + 1
            : stream.PassedAt(id) ?? ConsumerGroup.UnknownRead;
        group.LastId = id;
    }

    private static void Deliver(Invocation call, byte[] key, StreamValue stream, ConsumerGroup group, StreamConsumer consumer, StreamId id)
    {
        var pending = group.Find(id);
        if (pending is null)
        {
            pending = new PendingEntry(id);
            stream.CountPending(1);
        }

        // After XGROUP SETID back, an entry may be somebody's already: it moves.
        group.Assign(pending, consumer);
        (pending.DeliveredAt, pending.Deliveries) = (call.Now, 1);
        call.Record(pending.ClaimCommand(key, group));
    }
}
