using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Keys;

/// <summary>Keys of whatever kind.</summary>
internal static class KeyCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("del", -2, CommandFlags.Write, KeyPositions.All, call => call.Reply.Integer(call.Arguments.Skip(1).Count(call.Db.Remove)));
        table.Add("unlink", -2, CommandFlags.Write | CommandFlags.Fast, KeyPositions.All, call => call.Reply.Integer(call.Arguments.Skip(1).Count(call.Db.Remove)));
        table.Add("exists", -2, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.All, Count);
        table.Add("touch", -2, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.All, Count);
        table.Add("type", 2, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.One, call => call.Reply.Simple(call.Db.Lookup(call[1])?.Value.Type ?? "none"));
        table.Add("rename", 3, CommandFlags.Write, KeyPositions.Two, call => Rename(call, onlyNew: false));
        table.Add("renamenx", 3, CommandFlags.Write | CommandFlags.Fast, KeyPositions.Two, call => Rename(call, onlyNew: true));
        table.Add("copy", -3, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.Two, Copy);
        table.Add("move", 3, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Move);
        table.Add("randomkey", 1, CommandFlags.ReadOnly, KeyPositions.None, call => call.Reply.BulkOrNull(call.Db.Any()?.Key));
        table.Add("dbsize", 1, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.None, call => call.Reply.Integer(call.Db.Count));
        table.Add("flushdb", -1, CommandFlags.Write, KeyPositions.None, call => Flush(call, [call.Db]));
        table.Add("flushall", -1, CommandFlags.Write, KeyPositions.None, call => Flush(call, call.Server.Databases));
    }

    private static void Count(Invocation call) => call.Reply.Integer(call.Arguments.Skip(1).Count(key => call.Db.Lookup(key) is not null));

    private static void Rename(Invocation call, bool onlyNew)
    {
        var entry = call.Db.Lookup(call[1]) ?? throw RedisError.NoSuchKey();
        var isSame = ByteStringComparer.Instance.Equals(call[1], call[2]);
        if (onlyNew && (isSame || call.Db.Lookup(call[2]) is not null))
        {
            call.Reply.Integer(0);
            return;
        }

        if (!isSame)
        {
            call.Db.Remove(call[1]);
            call.Db.Put(call[2], entry.Value, entry.ExpiresAt);
        }

        if (onlyNew)
            call.Reply.Integer(1);
        else
            call.Reply.Ok();
    }

    private static void Copy(Invocation call)
    {
        var (target, replace) = (call.Db, false);
        for (var at = 3; at < call.Count; at++)
        {
            if (call[at].Is("REPLACE"))
                replace = true;
            else if (call[at].Is("DB") && at + 1 < call.Count)
                target = GetDatabase(call, call[++at]);
            else
                throw RedisError.Syntax();
        }

        if (target == call.Db && ByteStringComparer.Instance.Equals(call[1], call[2]))
            throw new RedisError("ERR source and destination objects are the same");
        var entry = call.Db.Lookup(call[1]);
        if (entry is null || (target.Lookup(call[2]) is not null && !replace))
        {
            call.Reply.Integer(0);
            return;
        }

        target.Put(call[2], entry.Value.Clone(), entry.ExpiresAt);
        call.Reply.Integer(1);
    }

    private static void Move(Invocation call)
    {
        var target = GetDatabase(call, call[2]);
        if (target == call.Db)
            throw new RedisError("ERR source and destination objects are the same");
        var entry = call.Db.Lookup(call[1]);
        if (entry is null || target.Lookup(call[1]) is not null)
        {
            call.Reply.Integer(0);
            return;
        }

        call.Db.Remove(call[1]);
        target.Put(call[1], entry.Value, entry.ExpiresAt);
        call.Reply.Integer(1);
    }

    private static void Flush(Invocation call, IEnumerable<Database> databases)
    {
        if (call.Count > 2 || (call.Count == 2 && !call[1].Is("SYNC") && !call[1].Is("ASYNC")))
            throw RedisError.Syntax();
        foreach (var database in databases)
            database.Clear();
        call.Reply.Ok();
    }

    private static Database GetDatabase(Invocation call, byte[] argument)
    {
        var number = argument.ToLong();
        return number >= 0 && number < call.Server.Databases.Count ? call.Server.Databases[(int)number] : throw new RedisError("ERR DB index is out of range");
    }
}
