using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Strings;

/// <summary>Strings that are numbers.</summary>
internal static class CounterCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast;
        table.Add("incr", 2, write, KeyPositions.One, call => Add(call, 1));
        table.Add("decr", 2, write, KeyPositions.One, call => Add(call, -1));
        table.Add("incrby", 3, write, KeyPositions.One, call => Add(call, call[2].ToLong()));
        table.Add("decrby", 3, write, KeyPositions.One, Subtract);
        table.Add("incrbyfloat", 3, write, KeyPositions.One, AddFloat);
    }

    public static long Sum(long value, long by)
    {
        var sum = unchecked(value + by);
        return (by > 0) == (sum > value) || by == 0 ? sum : throw new RedisError("ERR increment or decrement would overflow");
    }

    private static void Subtract(Invocation call)
    {
        var by = call[2].ToLong();
        Add(call, by != long.MinValue ? -by : throw new RedisError("ERR decrement would overflow"));
    }

    private static void Add(Invocation call, long by)
    {
        var value = call.Db.Find<StringValue>(call[1]);
        var sum = Sum(value?.Bytes.ToLong() ?? 0, by);
        Store(call, value, Numbers.Format(sum));
        call.Reply.Integer(sum);
    }

    private static void AddFloat(Invocation call)
    {
        var value = call.Db.Find<StringValue>(call[1]);
        var old = value?.Bytes ?? "0"u8.ToArray();
        var sum = Numbers.Add(old, call[2].ToDouble(), call[2], old.ToDouble()).Bytes();
        Store(call, value, sum);
        call.Record("SET"u8.ToArray(), call[1], sum, "KEEPTTL"u8.ToArray());
        call.Reply.Bulk(sum);
    }

    private static void Store(Invocation call, StringValue? value, byte[] bytes)
    {
        if (value is null)
        {
            call.Db.Put(call[1], new StringValue(bytes));
        }
        else
        {
            value.Replace(bytes);
            call.Db.Touch(call[1]);
        }
    }
}
