using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Streams;

/// <summary>Adding, deleting, trimming.</summary>
internal static class StreamCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.Fast;
        table.Add("xadd", -5, write | CommandFlags.DenyOom, KeyPositions.One, Add);
        table.Add("xlen", 2, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.One, Length);
        table.Add("xdel", -3, write, KeyPositions.One, Delete);
        table.Add("xtrim", -4, CommandFlags.Write, KeyPositions.One, Trim);
        table.Add("xsetid", -3, write, KeyPositions.One, SetId);
    }

    private static void Add(Invocation call)
    {
        var (at, create, trim) = (2, true, (TrimRule?)null);
        while (at < call.Count && (call[at].Is("NOMKSTREAM") || TrimRule.StartsAt(call[at])))
        {
            if (TrimRule.StartsAt(call[at]))
                trim = TrimRule.Read(call.Arguments, ref at);
            else
                (create, at) = (false, at + 1);
        }

        var fields = call.Count - at - 1;
        if (fields < 2 || fields % 2 != 0)
            throw RedisError.WrongArity("xadd");
        var stream = call.Db.Find<StreamValue>(call[1]);
        if (stream is null && !create)
        {
            call.Reply.NullBulk();
            return;
        }

        var id = NextId(call[at], stream?.LastId ?? StreamId.Min, (ulong)call.Now);
        stream ??= call.Db.FindOrCreate<StreamValue>(call[1]);
        stream.Add(new StreamEntry(id, call.Arguments[(at + 1)..]));
        trim?.Apply(stream);
        call.Db.Touch(call[1]);
        call.Record([.. call.Arguments[..at], id.Bytes(), .. call.Arguments[(at + 1)..]]);
        call.Reply.Bulk(id.Bytes());
    }

    private static StreamId NextId(byte[] asked, StreamId last, ulong now)
    {
        if (last == StreamId.Max)
            throw new RedisError("ERR The stream has exhausted the last possible ID, unable to add more items");
        if (asked is [(byte)'*'])
            return now > last.Time ? new StreamId(now, 0) : last.Next();
        if (asked is [.., (byte)'-', (byte)'*'])
        {
            var time = asked[..^2].ToStreamId().Time;
            if (time < last.Time)
                throw TooSmall();
            return time == last.Time ? (last.Sequence == ulong.MaxValue ? throw TooSmall() : last.Next()) : new StreamId(time, 0);
        }

        var id = asked.ToStreamId();
        if (id == StreamId.Min)
            throw new RedisError("ERR The ID specified in XADD must be greater than 0-0");
        return id > last ? id : throw TooSmall();
    }

    private static RedisError TooSmall() => new("ERR The ID specified in XADD is equal or smaller than the target stream top item");

    private static void Length(Invocation call) => call.Reply.Integer(call.Db.Find<StreamValue>(call[1])?.Count ?? 0);

    private static void Delete(Invocation call)
    {
        var ids = call.Arguments[2..].Select(id => id.ToStreamId()).ToList();
        var deleted = call.Db.Find<StreamValue>(call[1]) is { } stream ? ids.Count(stream.Delete) : 0;
        if (deleted > 0)
            call.Db.Touch(call[1]);
        call.Reply.Integer(deleted);
    }

    private static void Trim(Invocation call)
    {
        var at = 2;
        if (!TrimRule.StartsAt(call[at]))
            throw RedisError.Syntax();
        var rule = TrimRule.Read(call.Arguments, ref at);
        if (at != call.Count)
            throw RedisError.Syntax();
        var removed = call.Db.Find<StreamValue>(call[1]) is { } stream ? rule.Apply(stream) : 0;
        if (removed > 0)
            call.Db.Touch(call[1]);
        call.Reply.Integer(removed);
    }

    private static void SetId(Invocation call)
    {
        var id = call[2].ToStreamId();
        if (call.Count is not (3 or 7) || (call.Count == 7 && (!call[3].Is("ENTRIESADDED") || !call[5].Is("MAXDELETEDID"))))
            throw RedisError.Syntax();
        var stream = call.Db.Find<StreamValue>(call[1]) ?? throw RedisError.NoSuchKey();
        if (stream.Count > 0 && id < stream.Entries[^1].Id)
            throw new RedisError("ERR The ID specified in XSETID is smaller than the target stream top item");
        stream.LastId = id;
        if (call.Count == 7)
            (stream.EntriesAdded, stream.MaxDeletedId) = (call[4].ToLong(), call[6].ToStreamId());
        call.Db.Touch(call[1]);
        call.Reply.Ok();
    }
}
