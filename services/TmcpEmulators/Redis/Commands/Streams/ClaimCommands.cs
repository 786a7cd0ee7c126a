using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>XCLAIM and XAUTOCLAIM: a consumer takes over what another one left lying.</summary>
internal static class ClaimCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("xclaim", -6, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Claim);
        table.Add("xautoclaim", -6, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, AutoClaim);
    }

    private static void Claim(Invocation call)
    {
        var (stream, group) = call.GetGroup(call[1], call[2]);
        var minIdle = MinIdle(call[4]);
        var at = 5;
        var ids = new List<StreamId>();
        for (; at < call.Count && StreamId.TryParse(call[at], 0, out var id); at++)
            ids.Add(id);
        var options = ClaimOptions.Parse(call, at);
        if (options.LastId is { } last && last > group.LastId)
        {
            group.LastId = last;
            call.Record("XGROUP"u8.ToArray(), "SETID"u8.ToArray(), call[1], group.Name, last.Bytes(), "ENTRIESREAD"u8.ToArray(), Numbers.Format(group.EntriesRead));
            call.Db.Touch(call[1]);
        }

        var consumer = call.GetConsumer(group, call[1], call[3]);
        var claimed = new List<StreamEntry>();
        foreach (var id in ids)
        {
            var pending = group.Find(id);
            if (stream.Find(id) is not { } entry)
            {
                Forget(call, stream, group, pending);
                continue;
            }

            if (pending is null && !options.Force)
                continue;
            if (pending is null)
            {
                pending = new PendingEntry(id);
                stream.CountPending(1);
            }
            else if (call.Now - pending.DeliveredAt < minIdle)
            {
                continue;
            }

            Take(call, group, consumer, pending, options);
            claimed.Add(entry);
        }

        Write(call.Reply, claimed, options.JustIds);
    }

    private static void AutoClaim(Invocation call)
    {
        var minIdle = MinIdle(call[4]);
        var start = call[5].ToRangeStart();
        var (count, justIds) = (100, false);
        for (var at = 6; at < call.Count; at++)
        {
            if (call[at].Is("COUNT") && at + 1 < call.Count)
                count = call[++at].ToLong() is > 0 and <= int.MaxValue and var given ? (int)given : throw new RedisError("ERR COUNT must be > 0");
            else if (call[at].Is("JUSTID"))
                justIds = true;
            else
                throw RedisError.Syntax();
        }

        var (stream, group) = call.GetGroup(call[1], call[2]);
        var consumer = call.GetConsumer(group, call[1], call[3]);
        var options = new ClaimOptions { JustIds = justIds, DeliveredAt = call.Now };
        var (claimed, deleted) = (new List<StreamEntry>(), new List<StreamId>());
        // As in Redis ten times as many are looked at as are wanted, so that one call cannot take long.
        var attempts = count * 10L;
        var next = StreamId.Min;
        foreach (var pending in ConsumerGroup.Range(group.Pending, start, StreamId.Max).ToList())
        {
            if (attempts-- == 0 || claimed.Count + deleted.Count == count)
            {
                next = pending.Id;
                break;
            }

            if (call.Now - pending.DeliveredAt < minIdle)
                continue;
            if (stream.Find(pending.Id) is not { } entry)
            {
                Forget(call, stream, group, pending);
                deleted.Add(pending.Id);
                continue;
            }

            Take(call, group, consumer, pending, options);
            claimed.Add(entry);
        }

        call.Reply.Array(3);
        call.Reply.Bulk(next.Bytes());
        Write(call.Reply, claimed, justIds);
        call.Reply.Bulks([.. deleted.Select(id => id.Bytes())]);
    }

    private static long MinIdle(byte[] argument) =>
        Numbers.TryLong(argument, out var milliseconds) ? Math.Max(0, milliseconds) : throw new RedisError("ERR Invalid min-idle-time argument for XCLAIM");

    private static void Take(Invocation call, ConsumerGroup group, StreamConsumer consumer, PendingEntry pending, ClaimOptions options)
    {
        group.Assign(pending, consumer);
        pending.DeliveredAt = options.DeliveredAt;
        pending.Deliveries = options.Deliveries ?? pending.Deliveries + (options.JustIds ? 0 : 1);
        call.Record(pending.ClaimCommand(call[1], group));
        call.Db.Touch(call[1]);
    }

    // The entry itself was deleted: nobody can work on it any more.
    private static void Forget(Invocation call, StreamValue stream, ConsumerGroup group, PendingEntry? pending)
    {
        if (pending is null)
            return;
        group.Release(pending);
        stream.CountPending(-1);
        call.Record("XACK"u8.ToArray(), call[1], group.Name, pending.Id.Bytes());
        call.Db.Touch(call[1]);
    }

    private static void Write(ReplyBuffer reply, List<StreamEntry> claimed, bool justIds)
    {
        if (justIds)
            reply.Bulks([.. claimed.Select(entry => entry.Id.Bytes())]);
        else
            reply.WriteEntries(claimed);
    }
}
