using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>Ranges, XREAD and XREADGROUP.</summary>
internal static class StreamReadCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("xrange", -4, CommandFlags.ReadOnly, KeyPositions.One, call => Range(call, backwards: false));
        table.Add("xrevrange", -4, CommandFlags.ReadOnly, KeyPositions.One, call => Range(call, backwards: true));
        table.Add("xread", -4, CommandFlags.ReadOnly | CommandFlags.Blocking, KeyPositions.None, Read);
        table.Add("xreadgroup", -7, CommandFlags.Write | CommandFlags.Blocking, KeyPositions.None, ReadGroup);
    }

    private static void Range(Invocation call, bool backwards)
    {
        var from = call[backwards ? 3 : 2].ToRangeStart();
        var to = call[backwards ? 2 : 3].ToRangeEnd();
        var count = int.MaxValue;
        if (call.Count > 4)
            count = call.Count == 6 && call[4].Is("COUNT") ? (int)Math.Clamp(call[5].ToLong(), 0, int.MaxValue) : throw RedisError.Syntax();
        var stream = call.Db.Find<StreamValue>(call[1]);
        if (count == 0)
        {
            call.Reply.NullArray();
            return;
        }

        var entries = stream is null || from > to ? [] : (backwards ? stream.Backwards(from, to) : stream.Range(from, to)).Take(count).ToList();
        call.Reply.WriteEntries(entries);
    }

    private static void Read(Invocation call)
    {
        var request = ReadRequest.Parse(call.Arguments, 1, grouped: false);
        var froms = new List<StreamId>();
        var found = new List<(byte[] Key, List<StreamEntry> Entries)>();
        foreach (var (key, id) in request.Streams)
        {
            var stream = call.Db.Find<StreamValue>(key);
            var after = id is [(byte)'$'] ? stream?.LastId ?? StreamId.Min : id.ToStreamId();
            froms.Add(after);
            var entries = stream is null || after == StreamId.Max ? [] : stream.Range(after.Next(), StreamId.Max).Take(request.Limit).ToList();
            if (entries.Count > 0)
                found.Add((key, entries));
        }

        if (found.Count > 0)
            Write(call.Reply, found);
        else if (!request.IsBlocking)
            call.Reply.NullArray();
        else
            call.Block(request.Keys, request.Timeout, request.WithIds(call.Arguments, froms)); // "$" means the end as it was when the wait began.
    }

    private static void ReadGroup(Invocation call)
    {
        if (!call[1].Is("GROUP"))
            throw RedisError.Syntax();
        var request = ReadRequest.Parse(call.Arguments, 4, grouped: true);
        var groups = request.Streams.Select(item => Resolve(call, item.Key, item.Id)).ToList();
        var found = new List<(byte[] Key, List<StreamEntry> Entries)>();
        for (var i = 0; i < groups.Count; i++)
        {
            var (key, id) = request.Streams[i];
            var (stream, group) = groups[i];
            var consumer = call.GetConsumer(group, key, call[3]);
            var isNew = id is [(byte)'>'];
            var entries = isNew
                ? GroupDelivery.New(call, key, stream, group, consumer, request)
                : GroupDelivery.History(call, key, stream, group, consumer, id.ToStreamId(), request.Limit);
            if (entries.Count > 0 || !isNew)
                found.Add((key, entries));
        }

        if (found.Count > 0)
            WriteGroup(call.Reply, found);
        else if (request.IsBlocking)
            call.Block(request.Keys, request.Timeout);
        else
            call.Reply.NullArray();
    }

    private static (StreamValue Stream, ConsumerGroup Group) Resolve(Invocation call, byte[] key, byte[] id)
    {
        var stream = call.Db.Find<StreamValue>(key);
        if (stream is null || !stream.Groups.TryGetValue(call[2], out var group))
            throw new RedisError($"NOGROUP No such key '{key.Text()}' or consumer group '{call[2].Text()}' in XREADGROUP with GROUP option");
        if (id is not [(byte)'>'])
            id.ToStreamId();
        return (stream, group);
    }

    private static void Write(ReplyBuffer reply, List<(byte[] Key, List<StreamEntry> Entries)> found)
    {
        reply.Array(found.Count);
        foreach (var (key, entries) in found)
        {
            reply.Array(2);
            reply.Bulk(key);
            reply.WriteEntries(entries);
        }
    }

    // An entry of the history that was deleted has an id and no fields.
    private static void WriteGroup(ReplyBuffer reply, List<(byte[] Key, List<StreamEntry> Entries)> found)
    {
        reply.Array(found.Count);
        foreach (var (key, entries) in found)
        {
            reply.Array(2);
            reply.Bulk(key);
            reply.Array(entries.Count);
            foreach (var entry in entries)
            {
                reply.Array(2);
                reply.Bulk(entry.Id.Bytes());
                if (entry.Fields.Length == 0)
                    reply.NullArray();
                else
                    reply.Bulks(entry.Fields);
            }
        }
    }
}
