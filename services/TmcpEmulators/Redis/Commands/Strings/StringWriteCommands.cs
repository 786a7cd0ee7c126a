using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Strings;

/// <summary>Writing strings.</summary>
internal static class StringWriteCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom;
        table.Add("set", -3, write, KeyPositions.One, Set);
        table.Add("setnx", 3, write | CommandFlags.Fast, KeyPositions.One, SetNew);
        table.Add("setex", 4, write, KeyPositions.One, call => SetExpiring(call, 1000));
        table.Add("psetex", 4, write, KeyPositions.One, call => SetExpiring(call, 1));
        table.Add("getset", 3, write | CommandFlags.Fast, KeyPositions.One, GetSet);
        table.Add("mset", -3, write, KeyPositions.Pairs, SetMany);
        table.Add("msetnx", -3, write, KeyPositions.Pairs, SetManyNew);
        table.Add("append", 3, write | CommandFlags.Fast, KeyPositions.One, Append);
        table.Add("setrange", 4, write, KeyPositions.One, SetRange);
    }

    private static void Set(Invocation call)
    {
        var options = SetOptions.Parse(call);
        var existing = call.Db.Lookup(call[1]);
        if (options.ReturnsOld && existing is not null and not { Value: StringValue })
            throw RedisError.WrongType();
        var old = (existing?.Value as StringValue)?.Bytes;
        var allowed = (!options.OnlyNew || existing is null) && (!options.OnlyExisting || existing is not null);
        if (allowed)
        {
            var expiresAt = options.KeepsExpiry ? existing?.ExpiresAt ?? 0 : options.ExpiresAt;
            call.Db.Put(call[1], new StringValue(call[2]), expiresAt);
            if (expiresAt != 0)
                call.Record("SET"u8.ToArray(), call[1], call[2], "PXAT"u8.ToArray(), Numbers.Format(expiresAt));
            else
                call.Record("SET"u8.ToArray(), call[1], call[2]);
        }

        if (options.ReturnsOld)
            call.Reply.BulkOrNull(old);
        else if (allowed)
            call.Reply.Ok();
        else
            call.Reply.NullBulk();
    }

    private static void SetNew(Invocation call)
    {
        var isNew = call.Db.Lookup(call[1]) is null;
        if (isNew)
            call.Db.Put(call[1], new StringValue(call[2]));
        call.Reply.Flag(isNew);
    }

    private static void SetExpiring(Invocation call, int unit)
    {
        var at = Expiry.Positive(call, call[2], unit, relative: true);
        call.Db.Put(call[1], new StringValue(call[3]), at);
        call.Record("SET"u8.ToArray(), call[1], call[3], "PXAT"u8.ToArray(), Numbers.Format(at));
        call.Reply.Ok();
    }

    private static void GetSet(Invocation call)
    {
        var old = call.Db.Find<StringValue>(call[1])?.Bytes;
        call.Db.Put(call[1], new StringValue(call[2]));
        call.Reply.BulkOrNull(old);
    }

    private static void SetMany(Invocation call)
    {
        if (call.Count % 2 == 0)
            throw RedisError.WrongArity(call.Spec.Name);
        for (var i = 1; i < call.Count; i += 2)
            call.Db.Put(call[i], new StringValue(call[i + 1]));
        call.Reply.Ok();
    }

    private static void SetManyNew(Invocation call)
    {
        if (call.Count % 2 == 0)
            throw RedisError.WrongArity(call.Spec.Name);
        if (call.Spec.Keys.Of(call.Arguments).Any(key => call.Db.Lookup(key) is not null))
        {
            call.Reply.Integer(0);
            return;
        }

        for (var i = 1; i < call.Count; i += 2)
            call.Db.Put(call[i], new StringValue(call[i + 1]));
        call.Reply.Integer(1);
    }

    private static void Append(Invocation call)
    {
        var value = call.Db.Find<StringValue>(call[1]);
        if ((value?.Bytes.LongLength ?? 0) + call[2].Length > RequestParser.MaxBulkBytes)
            throw RedisError.TooLong();
        if (value is null)
        {
            call.Db.Put(call[1], value = new StringValue(call[2]));
        }
        else
        {
            value.Replace([.. value.Bytes, .. call[2]]);
            call.Db.Touch(call[1]);
        }

        call.Reply.Integer(value.Bytes.Length);
    }

    private static void SetRange(Invocation call)
    {
        var offset = call[2].ToLong();
        if (offset < 0)
            throw new RedisError("ERR offset is out of range");
        var old = call.Db.Find<StringValue>(call[1])?.Bytes ?? [];
        if (call[3].Length == 0)
        {
            call.Reply.Integer(old.Length);
            return;
        }

        if (offset + call[3].Length > RequestParser.MaxBulkBytes)
            throw RedisError.TooLong();
        var bytes = new byte[Math.Max(old.Length, offset + call[3].Length)];
        old.CopyTo(bytes, 0);
        call[3].CopyTo(bytes, offset);
        call.Db.Put(call[1], new StringValue(bytes), call.Db.Lookup(call[1])?.ExpiresAt ?? 0);
        call.Reply.Integer(bytes.Length);
    }
}
