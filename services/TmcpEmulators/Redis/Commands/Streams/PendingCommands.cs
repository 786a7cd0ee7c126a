using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>XACK and both forms of XPENDING.</summary>
internal static class PendingCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("xack", -4, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Acknowledge);
        table.Add("xpending", -3, CommandFlags.ReadOnly, KeyPositions.One, Pending);
    }

    private static void Acknowledge(Invocation call)
    {
        var ids = call.Arguments[3..].Select(id => id.ToStreamId()).ToList();
        var stream = call.Db.Find<StreamValue>(call[1]);
        if (stream is null || !stream.Groups.TryGetValue(call[2], out var group))
        {
            call.Reply.Integer(0);
            return;
        }

        var acknowledged = 0;
        foreach (var id in ids)
        {
            if (group.Find(id) is not { } pending)
                continue;
            group.Release(pending);
            acknowledged++;
        }

        if (acknowledged > 0)
        {
            stream.CountPending(-acknowledged);
            call.Db.Touch(call[1]);
        }

        call.Reply.Integer(acknowledged);
    }

    private static void Pending(Invocation call)
    {
        if (call.Count == 3)
            Summary(call);
        else
            Details(call);
    }

    private static void Summary(Invocation call)
    {
        var (_, group) = call.GetGroup(call[1], call[2]);
        call.Reply.Array(4);
        call.Reply.Integer(group.Pending.Count);
        if (group.Pending.Count == 0)
        {
            call.Reply.NullBulk();
            call.Reply.NullBulk();
            call.Reply.NullArray();
            return;
        }

        call.Reply.Bulk(group.Pending.Min!.Id.Bytes());
        call.Reply.Bulk(group.Pending.Max!.Id.Bytes());
        var owners = group.Consumers.Values.Where(consumer => consumer.Pending.Count > 0).OrderBy(consumer => consumer.Name, ByteStringComparer.Instance).ToList();
        call.Reply.Array(owners.Count);
        foreach (var consumer in owners)
            call.Reply.Bulks([consumer.Name, Numbers.Format(consumer.Pending.Count)]);
    }

    private static void Details(Invocation call)
    {
        var at = 3;
        var idle = 0L;
        if (call[at].Is("IDLE"))
        {
            idle = call.Count > 4 ? call[4].ToLong() : throw RedisError.Syntax();
            at = 5;
        }

        if (call.Count - at is not (3 or 4))
            throw RedisError.Syntax();
        var (from, to) = (call[at].ToRangeStart(), call[at + 1].ToRangeEnd());
        var count = (int)Math.Clamp(call[at + 2].ToLong(), 0, int.MaxValue);
        var (_, group) = call.GetGroup(call[1], call[2]);
        var pending = group.Pending;
        if (call.Count - at == 4)
            pending = group.Consumers.TryGetValue(call[at + 3], out var consumer) ? consumer.Pending : new(PendingEntry.ById);
        var now = call.Now;
        var entries = ConsumerGroup.Range(pending, from, to).Where(entry => now - entry.DeliveredAt >= idle).Take(count).ToList();
        call.Reply.Array(entries.Count);
        foreach (var entry in entries)
        {
            call.Reply.Array(4);
            call.Reply.Bulk(entry.Id.Bytes());
            call.Reply.Bulk(entry.Consumer.Name);
            call.Reply.Integer(Math.Max(0, now - entry.DeliveredAt));
            call.Reply.Integer(entry.Deliveries);
        }
    }
}
