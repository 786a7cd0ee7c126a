using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Admin;

/// <summary>OBJECT and MEMORY USAGE.</summary>
internal static class ObjectCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags read = CommandFlags.ReadOnly;
        table.AddSub("object", "encoding", 3, read, KeyPositions.Second, call => Answer(call, entry => call.Reply.Bulk(entry.Value.Encoding)));
        table.AddSub("object", "idletime", 3, read, KeyPositions.Second, Idle);
        table.AddSub("object", "refcount", 3, read, KeyPositions.Second, call => Answer(call, _ => call.Reply.Integer(1)));
        table.AddSub("object", "freq", 3, read, KeyPositions.Second, _ => throw new RedisError(
            "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust."));
        table.AddSub("memory", "usage", -3, read, KeyPositions.Second, call => Answer(
            call, entry => call.Reply.Integer(entry.Value.Size + entry.Key.Length + MemoryMeter.KeyOverhead)));
    }

    private static void Answer(Invocation call, Action<KeyEntry> write)
    {
        if (call.Db.Lookup(call[2]) is { } entry)
            write(entry);
        else
            call.Reply.NullBulk();
    }

    private static void Idle(Invocation call)
    {
        // Asking must not count as use.
        if (call.Db.Peek(call[2]) is { } entry)
            call.Reply.Integer((call.Now - entry.AccessedAt) / 1000);
        else
            call.Reply.NullBulk();
    }
}
