using TmcpEmulators.Redis.Commands.Keys;
using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Strings;

/// <summary>Reading strings, and reading that also changes.</summary>
internal static class StringCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags read = CommandFlags.ReadOnly | CommandFlags.Fast;
        table.Add("get", 2, read, KeyPositions.One, Get);
        table.Add("mget", -2, read, KeyPositions.All, GetMany);
        table.Add("strlen", 2, read, KeyPositions.One, call => call.Reply.Integer(Value(call)?.Length ?? 0));
        table.Add("getrange", 4, CommandFlags.ReadOnly, KeyPositions.One, GetRange);
        table.Add("substr", 4, CommandFlags.ReadOnly, KeyPositions.One, GetRange);
        table.Add("getdel", 2, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, GetDelete);
        table.Add("getex", -2, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, GetExpire);
    }

    private static byte[]? Value(Invocation call) => call.Db.Find<StringValue>(call[1])?.Bytes;

    private static void Get(Invocation call)
    {
        var value = Value(call);
        if (value is null)
            call.Server.Statistics.Misses++;
        else
            call.Server.Statistics.Hits++;
        call.Reply.BulkOrNull(value);
    }

    private static void GetMany(Invocation call)
    {
        call.Reply.Array(call.Count - 1);
        foreach (var key in call.Arguments.AsSpan(1))
            call.Reply.BulkOrNull((call.Db.Lookup(key)?.Value as StringValue)?.Bytes);
    }

    private static void GetRange(Invocation call)
    {
        var (first, last) = (call[2].ToLong(), call[3].ToLong());
        var value = Value(call) ?? [];
        var range = IndexRange.Of(first, last, value.Length);
        call.Reply.Bulk(value.AsSpan(range.Start, range.Count));
    }

    private static void GetDelete(Invocation call)
    {
        var value = Value(call);
        if (value is not null)
            call.Db.Remove(call[1]);
        call.Reply.BulkOrNull(value);
    }

    private static void GetExpire(Invocation call)
    {
        long? expiresAt = call.Count switch
        {
            2 => null,
            3 when call[2].Is("PERSIST") => 0,
            4 => Expiry.Read(call, 2) ?? throw RedisError.Syntax(),
            _ => throw RedisError.Syntax(),
        };
        var value = Value(call);
        if (value is not null && expiresAt is { } at)
        {
            call.Db.SetExpiry(call.Db.Lookup(call[1])!, at);
            call.Db.Touch(call[1]);
            if (at == 0)
                call.Record("PERSIST"u8.ToArray(), call[1]);
            else
                call.Record("PEXPIREAT"u8.ToArray(), call[1], Numbers.Format(at));
        }

        call.Reply.BulkOrNull(value);
    }
}
