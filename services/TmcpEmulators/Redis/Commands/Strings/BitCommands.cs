using System.Numerics;
using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Strings;

/// <summary>Strings as bits.</summary>
internal static class BitCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("getbit", 3, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.One, Get);
        table.Add("setbit", 4, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.One, Set);
        table.Add("bitcount", -2, CommandFlags.ReadOnly, KeyPositions.One, Count);
    }

    private static void Get(Invocation call)
    {
        var offset = Offset(call[2]);
        var bytes = call.Db.Find<StringValue>(call[1])?.Bytes ?? [];
        call.Reply.Flag(offset / 8 < bytes.Length && (bytes[offset / 8] & Mask(offset)) != 0);
    }

    private static void Set(Invocation call)
    {
        var offset = Offset(call[2]);
        if (call[3] is not ([(byte)'0'] or [(byte)'1']))
            throw new RedisError("ERR bit is not an integer or out of range");
        var old = call.Db.Find<StringValue>(call[1])?.Bytes ?? [];
        var bytes = new byte[Math.Max(old.Length, (offset / 8) + 1)];
        old.CopyTo(bytes, 0);
        var before = (bytes[offset / 8] & Mask(offset)) != 0;
        if (call[3][0] == '1')
            bytes[offset / 8] |= Mask(offset);
        else
            bytes[offset / 8] &= (byte)~Mask(offset);
        call.Db.Put(call[1], new StringValue(bytes), call.Db.Lookup(call[1])?.ExpiresAt ?? 0);
        call.Reply.Flag(before);
    }

    private static void Count(Invocation call)
    {
        if (call.Count is not (2 or 4) && !(call.Count == 5 && call[4].Is("BYTE")))
            throw RedisError.Syntax();
        var bytes = call.Db.Find<StringValue>(call[1])?.Bytes ?? [];
        var range = call.Count == 2 ? new IndexRange(0, bytes.Length) : IndexRange.Of(call[2].ToLong(), call[3].ToLong(), bytes.Length);
        var count = 0L;
        foreach (var b in bytes.AsSpan(range.Start, range.Count))
            count += BitOperations.PopCount(b);
        call.Reply.Integer(count);
    }

    private static int Offset(byte[] argument) => Numbers.TryLong(argument, out var offset) && offset >= 0 && offset / 8 < RequestParser.MaxBulkBytes
        ? (int)Math.Min(offset, int.MaxValue)
        : throw new RedisError("ERR bit offset is not an integer or out of range");

    private static byte Mask(int offset) => (byte)(128 >> (offset % 8));
}
