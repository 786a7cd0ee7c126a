using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>XINFO.</summary>
internal static class StreamInfoCommands
{
    public static void Register(CommandTable table)
    {
        table.AddSub("xinfo", "stream", -3, CommandFlags.ReadOnly, KeyPositions.Second, Stream);
        table.AddSub("xinfo", "groups", 3, CommandFlags.ReadOnly, KeyPositions.Second, Groups);
        table.AddSub("xinfo", "consumers", 4, CommandFlags.ReadOnly, KeyPositions.Second, Consumers);
    }

    private static void Stream(Invocation call)
    {
        if (call.Count > 3)
            throw new RedisError("ERR XINFO STREAM FULL is not supported by TMCP's emulator of Redis; use XINFO STREAM, GROUPS and CONSUMERS");
        var stream = Get(call);
        call.Reply.Array(20);
        Pair(call.Reply, "length", stream.Count);
        Pair(call.Reply, "radix-tree-keys", (stream.Count + 99) / 100); // 100 entries to a node, as Redis packs them
        Pair(call.Reply, "radix-tree-nodes", ((stream.Count + 99) / 100) + 1);
        Pair(call.Reply, "last-generated-id", stream.LastId.Bytes());
        Pair(call.Reply, "max-deleted-entry-id", stream.MaxDeletedId.Bytes());
        Pair(call.Reply, "entries-added", stream.EntriesAdded);
        Pair(call.Reply, "recorded-first-entry-id", stream.FirstId.Bytes());
        Pair(call.Reply, "groups", stream.Groups.Count);
        Entry(call.Reply, "first-entry", stream.Count > 0 ? stream.Entries[0] : null);
        Entry(call.Reply, "last-entry", stream.Count > 0 ? stream.Entries[^1] : null);
    }

    private static void Groups(Invocation call)
    {
        var stream = Get(call);
        call.Reply.Array(stream.Groups.Count);
        foreach (var group in stream.Groups.Values.OrderBy(group => group.Name, ByteStringComparer.Instance))
        {
            call.Reply.Array(12);
            Pair(call.Reply, "name", group.Name);
            Pair(call.Reply, "consumers", group.Consumers.Count);
            Pair(call.Reply, "pending", group.Pending.Count);
            Pair(call.Reply, "last-delivered-id", group.LastId.Bytes());
            Pair(call.Reply, "entries-read", group.EntriesRead == ConsumerGroup.UnknownRead ? null : group.EntriesRead);
            Pair(call.Reply, "lag", stream.Lag(group));
        }
    }

    private static void Consumers(Invocation call)
    {
        var stream = Get(call);
        if (!stream.Groups.TryGetValue(call[3], out var group))
            throw new RedisError($"NOGROUP No such consumer group '{call[3].Text()}' for key name '{call[2].Text()}'");
        call.Reply.Array(group.Consumers.Count);
        foreach (var consumer in group.Consumers.Values.OrderBy(consumer => consumer.Name, ByteStringComparer.Instance))
        {
            call.Reply.Array(6);
            Pair(call.Reply, "name", consumer.Name);
            Pair(call.Reply, "pending", consumer.Pending.Count);
            Pair(call.Reply, "idle", Math.Max(0, call.Now - consumer.SeenAt));
        }
    }

    private static StreamValue Get(Invocation call) => call.Db.Find<StreamValue>(call[2]) ?? throw RedisError.NoSuchKey();

    private static void Pair(ReplyBuffer reply, string name, long? value)
    {
        reply.Bulk(name);
        if (value is { } number)
            reply.Integer(number);
        else
            reply.NullBulk();
    }

    private static void Pair(ReplyBuffer reply, string name, byte[] value)
    {
        reply.Bulk(name);
        reply.Bulk(value);
    }

    private static void Entry(ReplyBuffer reply, string name, StreamEntry? entry)
    {
        reply.Bulk(name);
        if (entry is null)
            reply.NullBulk();
        else
            reply.WriteEntry(entry);
    }
}
