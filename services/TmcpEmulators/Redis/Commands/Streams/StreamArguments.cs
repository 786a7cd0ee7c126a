using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>What the stream commands have in common.</summary>
internal static class StreamArguments
{
    public static RedisError InvalidId() => new("ERR Invalid stream ID specified as stream command argument");

    public static RedisError NoGroup(byte[] key, byte[] group) =>
        new($"NOGROUP No such key '{key.Text()}' or consumer group '{group.Text()}'");

    public static StreamId ToStreamId(this byte[] argument, ulong missingSequence = 0) =>
        StreamId.TryParse(argument, missingSequence, out var id) ? id : throw InvalidId();

    /// <summary>A range's start: <c>-</c>, an id, or <c>(</c> and the id to begin after.</summary>
    public static StreamId ToRangeStart(this byte[] argument)
    {
        if (argument is [(byte)'-'])
            return StreamId.Min;
        if (argument is not [(byte)'(', ..])
            return argument is [(byte)'+'] ? StreamId.Max : argument.ToStreamId();
        var id = argument[1..].ToStreamId();
        return id == StreamId.Max ? throw new RedisError("ERR invalid start ID for the interval") : id.Next();
    }

    /// <summary>A range's end: <c>+</c>, an id, or <c>(</c> and the id to stop before.</summary>
    public static StreamId ToRangeEnd(this byte[] argument)
    {
        if (argument is [(byte)'+'])
            return StreamId.Max;
        if (argument is not [(byte)'(', ..])
            return argument is [(byte)'-'] ? StreamId.Min : argument.ToStreamId(ulong.MaxValue);
        var id = argument[1..].ToStreamId(ulong.MaxValue);
        return id == StreamId.Min ? throw new RedisError("ERR invalid end ID for the interval") : id.Previous();
    }

    public static (StreamValue Stream, ConsumerGroup Group) GetGroup(this Invocation call, byte[] key, byte[] group)
    {
        var stream = call.Db.Find<StreamValue>(key);
        return stream is not null && stream.Groups.TryGetValue(group, out var found) ? (stream, found) : throw NoGroup(key, group);
    }

    /// <summary>The consumer, made when it is new.</summary>
    public static StreamConsumer GetConsumer(this Invocation call, ConsumerGroup group, byte[] key, byte[] name)
    {
        if (!group.Consumers.TryGetValue(name, out var consumer))
        {
            group.Consumers[name] = consumer = new StreamConsumer(name);
            call.Db.Touch(key);
            call.Record("XGROUP"u8.ToArray(), "CREATECONSUMER"u8.ToArray(), key, group.Name, name);
        }

        consumer.SeenAt = call.Now;
        return consumer;
    }

    public static void WriteEntry(this ReplyBuffer reply, StreamEntry entry)
    {
        reply.Array(2);
        reply.Bulk(entry.Id.Bytes());
        reply.Bulks(entry.Fields);
    }

    public static void WriteEntries(this ReplyBuffer reply, IReadOnlyList<StreamEntry> entries)
    {
        reply.Array(entries.Count);
        foreach (var entry in entries)
            reply.WriteEntry(entry);
    }
}
