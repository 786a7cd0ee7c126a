using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>Taking from either end, also waiting for it.</summary>
internal static class SortedSetPopCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.Fast;
        table.Add("zpopmin", -2, write, KeyPositions.One, call => Pop(call, min: true));
        table.Add("zpopmax", -2, write, KeyPositions.One, call => Pop(call, min: false));
        table.Add("bzpopmin", -3, write | CommandFlags.Blocking, KeyPositions.AllButLast, call => BlockingPop(call, min: true));
        table.Add("bzpopmax", -3, write | CommandFlags.Blocking, KeyPositions.AllButLast, call => BlockingPop(call, min: false));
        table.Add("zmpop", -4, CommandFlags.Write, KeyPositions.None, PopMany);
    }

    private static List<ScoredMember> Take(Invocation call, byte[] key, SortedSetValue set, bool min, int count)
    {
        count = Math.Min(count, set.Count);
        var start = min ? 0 : set.Count - count;
        var taken = set.Order.Skip(start).Take(count).ToList();
        if (!min)
            taken.Reverse();
        if (count == 0)
            return taken;
        set.RemoveRange(start, count);
        call.Db.Touch(key);
        call.Record(["ZREM"u8.ToArray(), key, .. taken.Select(item => item.Member)]);
        return taken;
    }

    private static void Pop(Invocation call, bool min)
    {
        if (call.Count > 3)
            throw RedisError.WrongArity(call.Spec.Name);
        var count = call.Count == 3 ? call[2].ToCount() : 1;
        var taken = call.Db.Find<SortedSetValue>(call[1]) is { } set ? Take(call, call[1], set, min, count) : [];
        call.Reply.Bulks([.. taken.SelectMany(item => (byte[][])[item.Member, Numbers.Format(item.Score).Bytes()])]);
    }

    private static void BlockingPop(Invocation call, bool min)
    {
        var timeout = BlockTimeout.Parse(call[^1]);
        var keys = call.Arguments[1..^1];
        foreach (var key in keys)
        {
            if (call.Db.Find<SortedSetValue>(key) is not { } set)
                continue;
            var item = Take(call, key, set, min, 1)[0];
            call.Reply.Bulks([key, item.Member, Numbers.Format(item.Score).Bytes()]);
            return;
        }

        call.Block(keys, timeout);
    }

    // ZMPOP numkeys key [key ...] MIN|MAX [COUNT count]
    private static void PopMany(Invocation call)
    {
        var (keys, at) = NumberedKeys.Read(call, 1);
        if (at >= call.Count)
            throw RedisError.Syntax();
        var min = call[at].Is("MIN") || (call[at].Is("MAX") ? false : throw RedisError.Syntax());
        var count = 1;
        if (++at < call.Count)
            count = call.Count - at == 2 && call[at].Is("COUNT") ? NumberedKeys.Positive(call[at + 1], "count") : throw RedisError.Syntax();
        foreach (var key in keys)
        {
            if (call.Db.Find<SortedSetValue>(key) is not { } set)
                continue;
            var taken = Take(call, key, set, min, count);
            call.Reply.Array(2);
            call.Reply.Bulk(key);
            call.Reply.Array(taken.Count);
            foreach (var item in taken)
                call.Reply.Bulks([item.Member, Numbers.Format(item.Score).Bytes()]);
            return;
        }

        call.Reply.NullArray();
    }
}
