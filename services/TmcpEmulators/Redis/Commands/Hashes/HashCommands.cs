using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Hashes;

/// <summary>Hashes.</summary>
internal static class HashCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast;
        const CommandFlags read = CommandFlags.ReadOnly | CommandFlags.Fast;
        table.Add("hset", -4, write, KeyPositions.One, call => call.Reply.Integer(Set(call)));
        table.Add("hmset", -4, write, KeyPositions.One, SetMany);
        table.Add("hsetnx", 4, write, KeyPositions.One, SetNew);
        table.Add("hget", 3, read, KeyPositions.One, call => call.Reply.BulkOrNull(Find(call)?.Get(call[2])));
        table.Add("hmget", -3, read, KeyPositions.One, GetMany);
        table.Add("hgetall", 2, CommandFlags.ReadOnly, KeyPositions.One, GetAll);
        table.Add("hkeys", 2, CommandFlags.ReadOnly, KeyPositions.One, call => call.Reply.Bulks([.. Find(call)?.Fields.Keys ?? []]));
        table.Add("hvals", 2, CommandFlags.ReadOnly, KeyPositions.One, call => call.Reply.Bulks([.. Find(call)?.Fields.Items.Select(field => field.Value) ?? []]));
        table.Add("hlen", 2, read, KeyPositions.One, call => call.Reply.Integer(Find(call)?.Fields.Count ?? 0));
        table.Add("hexists", 3, read, KeyPositions.One, call => call.Reply.Flag(Find(call)?.Get(call[2]) is not null));
        table.Add("hstrlen", 3, read, KeyPositions.One, call => call.Reply.Integer(Find(call)?.Get(call[2])?.Length ?? 0));
        table.Add("hdel", -3, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Delete);
        table.Add("hrandfield", -2, CommandFlags.ReadOnly, KeyPositions.One, Random);
    }

    private static HashValue? Find(Invocation call) => call.Db.Find<HashValue>(call[1]);

    private static int Set(Invocation call)
    {
        if (call.Count % 2 != 0)
            throw RedisError.WrongArity(call.Spec.Name);
        var hash = call.Db.FindOrCreate<HashValue>(call[1]);
        var added = 0;
        for (var i = 2; i < call.Count; i += 2)
            added += hash.Set(call[i], call[i + 1]) ? 1 : 0;
        call.Db.Touch(call[1]);
        return added;
    }

    private static void SetMany(Invocation call)
    {
        Set(call);
        call.Reply.Ok();
    }

    private static void SetNew(Invocation call)
    {
        if (Find(call)?.Get(call[2]) is not null)
        {
            call.Reply.Integer(0);
            return;
        }

        call.Db.FindOrCreate<HashValue>(call[1]).Set(call[2], call[3]);
        call.Db.Touch(call[1]);
        call.Reply.Integer(1);
    }

    private static void GetMany(Invocation call)
    {
        var hash = Find(call);
        call.Reply.Array(call.Count - 2);
        foreach (var field in call.Arguments.AsSpan(2))
            call.Reply.BulkOrNull(hash?.Get(field));
    }

    private static void GetAll(Invocation call) =>
        call.Reply.Bulks([.. Find(call)?.Fields.Items.SelectMany(field => (byte[][])[field.Key, field.Value]) ?? []]);

    private static void Delete(Invocation call)
    {
        var deleted = Find(call) is { } hash ? call.Arguments.Skip(2).Count(hash.Remove) : 0;
        if (deleted > 0)
            call.Db.Touch(call[1]);
        call.Reply.Integer(deleted);
    }

    private static void Random(Invocation call)
    {
        var withValues = call.Count == 4 && call[3].Is("WITHVALUES");
        if (call.Count > 4 || (call.Count == 4 && !withValues))
            throw RedisError.Syntax();
        var hash = Find(call);
        if (call.Count == 2)
        {
            call.Reply.BulkOrNull(hash?.Fields.Any().Key);
            return;
        }

        var picks = hash is null ? [] : RandomPick.Of(hash.Fields, call[2].ToLong());
        call.Reply.Bulks([.. picks.SelectMany(field => withValues ? (byte[][])[field.Key, field.Value] : [field.Key])]);
    }
}
