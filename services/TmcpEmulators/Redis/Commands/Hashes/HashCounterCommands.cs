using TmcpEmulators.Redis.Commands.Strings;
using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Hashes;

/// <summary>Fields that are numbers.</summary>
internal static class HashCounterCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast;
        table.Add("hincrby", 4, write, KeyPositions.One, Add);
        table.Add("hincrbyfloat", 4, write, KeyPositions.One, AddFloat);
    }

    private static void Add(Invocation call)
    {
        var by = call[3].ToLong();
        var old = call.Db.Find<HashValue>(call[1])?.Get(call[2]);
        var value = 0L;
        if (old is not null && !Numbers.TryLong(old, out value))
            throw new RedisError("ERR hash value is not an integer");
        var sum = CounterCommands.Sum(value, by);
        call.Db.FindOrCreate<HashValue>(call[1]).Set(call[2], Numbers.Format(sum));
        call.Db.Touch(call[1]);
        call.Reply.Integer(sum);
    }

    private static void AddFloat(Invocation call)
    {
        var by = call[3].ToDouble();
        var old = call.Db.Find<HashValue>(call[1])?.Get(call[2]) ?? "0"u8.ToArray();
        if (!Numbers.TryDouble(old, out var value))
            throw new RedisError("ERR hash value is not a float");
        var sum = Numbers.Add(old, by, call[3], value).Bytes();
        call.Db.FindOrCreate<HashValue>(call[1]).Set(call[2], sum);
        call.Db.Touch(call[1]);
        call.Record("HSET"u8.ToArray(), call[1], call[2], sum);
        call.Reply.Bulk(sum);
    }
}
