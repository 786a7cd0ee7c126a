using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>XGROUP.</summary>
internal static class GroupCommands
{
    public static void Register(CommandTable table)
    {
        table.AddSub("xgroup", "create", -5, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.Second, Create);
        table.AddSub("xgroup", "setid", -5, CommandFlags.Write, KeyPositions.Second, SetId);
        table.AddSub("xgroup", "destroy", 4, CommandFlags.Write, KeyPositions.Second, Destroy);
        table.AddSub("xgroup", "createconsumer", 5, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.Second, CreateConsumer);
        table.AddSub("xgroup", "delconsumer", 5, CommandFlags.Write, KeyPositions.Second, DeleteConsumer);
    }

    private static void Create(Invocation call)
    {
        var (makeStream, read) = Options(call, mayMakeStream: true);
        var stream = call.Db.Find<StreamValue>(call[2]);
        if (stream is null && !makeStream)
            throw NoKey();
        var id = LastId(call[4], stream);
        if (stream is not null && stream.Groups.ContainsKey(call[3]))
            throw new RedisError("BUSYGROUP Consumer Group name already exists");
        stream ??= call.Db.FindOrCreate<StreamValue>(call[2]);
        stream.Groups.Add(call[3], new ConsumerGroup(call[3], id, read));
        stream.CountPending(1);
        call.Db.Touch(call[2]);
        // Loaded later, "$" would mean another place.
        byte[][] make = makeStream ? ["MKSTREAM"u8.ToArray()] : [];
        call.Record([.. call.Arguments[..4], id.Bytes(), .. make, "ENTRIESREAD"u8.ToArray(), Numbers.Format(read)]);
        call.Reply.Ok();
    }

    private static void SetId(Invocation call)
    {
        var (_, read) = Options(call, mayMakeStream: false);
        var stream = call.Db.Find<StreamValue>(call[2]) ?? throw NoKey();
        var group = Get(stream, call);
        (group.LastId, group.EntriesRead) = (LastId(call[4], stream), read);
        call.Db.Touch(call[2]);
        call.Record([.. call.Arguments[..4], group.LastId.Bytes(), "ENTRIESREAD"u8.ToArray(), Numbers.Format(read)]);
        call.Reply.Ok();
    }

    private static void Destroy(Invocation call)
    {
        var stream = call.Db.Find<StreamValue>(call[2]) ?? throw NoKey();
        var removed = stream.Groups.Remove(call[3], out var group);
        if (removed)
        {
            stream.CountPending(-1 - group!.Pending.Count);
            call.Db.Touch(call[2]);
        }

        call.Reply.Flag(removed);
    }

    private static void CreateConsumer(Invocation call)
    {
        var group = Get(call.Db.Find<StreamValue>(call[2]) ?? throw NoKey(), call);
        var isNew = !group.Consumers.ContainsKey(call[4]);
        call.GetConsumer(group, call[2], call[4]);
        call.Reply.Flag(isNew);
    }

    private static void DeleteConsumer(Invocation call)
    {
        var stream = call.Db.Find<StreamValue>(call[2]) ?? throw NoKey();
        var group = Get(stream, call);
        if (!group.Consumers.Remove(call[4], out var consumer))
        {
            call.Reply.Integer(0);
            return;
        }

        var pending = consumer.Pending.ToList();
        pending.ForEach(group.Release);
        stream.CountPending(-pending.Count);
        call.Db.Touch(call[2]);
        call.Reply.Integer(pending.Count);
    }

    private static (bool MakeStream, long Read) Options(Invocation call, bool mayMakeStream)
    {
        var (makeStream, read) = (false, ConsumerGroup.UnknownRead);
        for (var at = 5; at < call.Count; at++)
        {
            if (mayMakeStream && call[at].Is("MKSTREAM"))
                makeStream = true;
            else if (call[at].Is("ENTRIESREAD") && at + 1 < call.Count)
                read = call[++at].ToLong() is >= -1 and var given ? given : throw new RedisError("ERR value for ENTRIESREAD must be positive or -1");
            else
                throw RedisError.Syntax();
        }

        return (makeStream, read);
    }

    private static StreamId LastId(byte[] argument, StreamValue? stream) =>
        argument is [(byte)'$'] ? stream?.LastId ?? StreamId.Min : argument.ToStreamId();

    private static ConsumerGroup Get(StreamValue stream, Invocation call) => stream.Groups.TryGetValue(call[3], out var group)
        ? group
        : throw new RedisError($"NOGROUP No such consumer group '{call[3].Text()}' for key name '{call[2].Text()}'");

    private static RedisError NoKey() => new(
        "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
}
