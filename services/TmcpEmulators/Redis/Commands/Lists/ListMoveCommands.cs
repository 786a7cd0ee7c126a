using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Lists;

/// <summary>From list to list, and the blocking forms.</summary>
internal static class ListMoveCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom;
        table.Add("lmove", 5, write, KeyPositions.Two, call => Move(call, IsLeft(call[3]), IsLeft(call[4]), null));
        table.Add("rpoplpush", 3, write, KeyPositions.Two, call => Move(call, fromLeft: false, toLeft: true, null));
        table.Add("blmove", 6, write | CommandFlags.Blocking, KeyPositions.Two, call => Move(call, IsLeft(call[3]), IsLeft(call[4]), call[5]));
        table.Add("brpoplpush", 4, write | CommandFlags.Blocking, KeyPositions.Two, call => Move(call, fromLeft: false, toLeft: true, call[3]));
        table.Add("blpop", -3, CommandFlags.Write | CommandFlags.Blocking, KeyPositions.AllButLast, call => BlockingPop(call, left: true));
        table.Add("brpop", -3, CommandFlags.Write | CommandFlags.Blocking, KeyPositions.AllButLast, call => BlockingPop(call, left: false));
        table.Add("lmpop", -4, CommandFlags.Write, KeyPositions.None, PopMany);
    }

    private static bool IsLeft(byte[] side) => side.Is("LEFT") || (side.Is("RIGHT") ? false : throw RedisError.Syntax());

    private static void Move(Invocation call, bool fromLeft, bool toLeft, byte[]? timeout)
    {
        var wait = timeout is null ? null : BlockTimeout.Parse(timeout);
        if (call.Db.Find<ListValue>(call[1]) is not { } source)
        {
            if (timeout is null || call.Client.InExec)
                call.Reply.NullBulk();
            else
                call.Block([call[1]], wait);
            return;
        }

        call.Db.Find<ListValue>(call[2]); // a target of another kind is refused before anything moves
        var item = source.Pop(fromLeft);
        call.Db.FindOrCreate<ListValue>(call[2]).Push(item, toLeft);
        call.Db.Touch(call[1]);
        call.Db.Touch(call[2]);
        call.Record("LMOVE"u8.ToArray(), call[1], call[2], Side(fromLeft), Side(toLeft));
        call.Reply.Bulk(item);
    }

    private static byte[] Side(bool left) => left ? "LEFT"u8.ToArray() : "RIGHT"u8.ToArray();

    private static void BlockingPop(Invocation call, bool left)
    {
        var timeout = BlockTimeout.Parse(call[^1]);
        var keys = call.Arguments[1..^1];
        foreach (var key in keys)
        {
            if (call.Db.Find<ListValue>(key) is not { } list)
                continue;
            var item = list.Pop(left);
            call.Db.Touch(key);
            call.Record(left ? "LPOP"u8.ToArray() : "RPOP"u8.ToArray(), key);
            call.Reply.Bulks([key, item]);
            return;
        }

        call.Block(keys, timeout);
    }

    // LMPOP numkeys key [key ...] LEFT|RIGHT [COUNT count]
    private static void PopMany(Invocation call)
    {
        var (keys, at) = NumberedKeys.Read(call, 1);
        if (at >= call.Count)
            throw RedisError.Syntax();
        var left = IsLeft(call[at++]);
        var count = 1;
        if (at < call.Count)
            count = call.Count - at == 2 && call[at].Is("COUNT") ? NumberedKeys.Positive(call[at + 1], "count") : throw RedisError.Syntax();
        foreach (var key in keys)
        {
            if (call.Db.Find<ListValue>(key) is not { } list)
                continue;
            var popped = new byte[Math.Min(count, list.Items.Count)][];
            for (var i = 0; i < popped.Length; i++)
                popped[i] = list.Pop(left);
            call.Db.Touch(key);
            call.Record(left ? "LPOP"u8.ToArray() : "RPOP"u8.ToArray(), key, Numbers.Format(popped.Length));
            call.Reply.Array(2);
            call.Reply.Bulk(key);
            call.Reply.Bulks(popped);
            return;
        }

        call.Reply.NullArray();
    }
}
