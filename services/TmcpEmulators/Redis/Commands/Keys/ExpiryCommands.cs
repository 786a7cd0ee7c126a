using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Keys;

/// <summary>Setting, reading and removing a key's time to live.</summary>
internal static class ExpiryCommands
{
    private const CommandFlags Write = CommandFlags.Write | CommandFlags.Fast;
    private const CommandFlags Read = CommandFlags.ReadOnly | CommandFlags.Fast;

    public static void Register(CommandTable table)
    {
        table.Add("expire", -3, Write, KeyPositions.One, call => Expire(call, 1000, relative: true));
        table.Add("pexpire", -3, Write, KeyPositions.One, call => Expire(call, 1, relative: true));
        table.Add("expireat", -3, Write, KeyPositions.One, call => Expire(call, 1000, relative: false));
        table.Add("pexpireat", -3, Write, KeyPositions.One, call => Expire(call, 1, relative: false));
        table.Add("ttl", 2, Read, KeyPositions.One, call => Remaining(call, at => (at - call.Now + 500) / 1000));
        table.Add("pttl", 2, Read, KeyPositions.One, call => Remaining(call, at => Math.Max(0, at - call.Now)));
        table.Add("expiretime", 2, Read, KeyPositions.One, call => Remaining(call, at => (at + 500) / 1000));
        table.Add("pexpiretime", 2, Read, KeyPositions.One, call => Remaining(call, at => at));
        table.Add("persist", 2, Write, KeyPositions.One, Persist);
    }

    /// <summary>Unix milliseconds from an argument in the given unit; it may lie in the past.</summary>
    public static long ToTime(Invocation call, byte[] argument, int unit, bool relative)
    {
        var value = argument.ToLong();
        if (value > long.MaxValue / unit || value < long.MinValue / unit)
            throw RedisError.InvalidExpire(call.Spec.Name);
        value *= unit;
        if (relative && value > long.MaxValue - call.Now)
            throw RedisError.InvalidExpire(call.Spec.Name);
        return relative ? value + call.Now : value;
    }

    private static void Expire(Invocation call, int unit, bool relative)
    {
        var at = ToTime(call, call[2], unit, relative);
        var condition = Condition(call);
        var entry = call.Db.Lookup(call[1]);
        if (entry is null || !condition(entry.ExpiresAt, at))
        {
            call.Reply.Integer(0);
            return;
        }

        if (at <= call.Now && !call.Server.IsLoading)
        {
            call.Db.Remove(call[1]);
            call.Record("DEL"u8.ToArray(), call[1]);
        }
        else
        {
            call.Db.SetExpiry(entry, Math.Max(1, at));
            call.Db.Touch(call[1]);
            call.Record("PEXPIREAT"u8.ToArray(), call[1], Numbers.Format(Math.Max(1, at)));
        }

        call.Reply.Integer(1);
    }

    private static Func<long, long, bool> Condition(Invocation call)
    {
        var options = call.Arguments[3..].Select(option => option.Text().ToUpperInvariant()).ToHashSet();
        if (options.FirstOrDefault(option => option is not ("NX" or "XX" or "GT" or "LT")) is { } unknown)
            throw new RedisError($"ERR Unsupported option {unknown}");
        if (options.Contains("NX") && options.Count > 1)
            throw new RedisError("ERR NX and XX, GT or LT options at the same time are not compatible");
        if (options.IsSupersetOf(["GT", "LT"]))
            throw new RedisError("ERR GT and LT options at the same time are not compatible");

        // A key without a time lives for ever: nothing is greater.
        return (current, wanted) =>
            (!options.Contains("NX") || current == 0) &&
            (!options.Contains("XX") || current != 0) &&
            (!options.Contains("GT") || (current != 0 && wanted > current)) &&
            (!options.Contains("LT") || current == 0 || wanted < current);
    }

    private static void Remaining(Invocation call, Func<long, long> answer) => call.Reply.Integer(call.Db.Lookup(call[1]) switch
    {
        null => -2,
        { ExpiresAt: 0 } => -1,
        { ExpiresAt: var at } => answer(at),
    });

    private static void Persist(Invocation call)
    {
        var entry = call.Db.Lookup(call[1]);
        if (entry is null || entry.ExpiresAt == 0)
        {
            call.Reply.Integer(0);
            return;
        }

        call.Db.SetExpiry(entry, 0);
        call.Db.Touch(call[1]);
        call.Reply.Integer(1);
    }
}
