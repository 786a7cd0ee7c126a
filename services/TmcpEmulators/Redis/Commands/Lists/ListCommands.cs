using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Lists;

/// <summary>Both ends of a list, and reading it.</summary>
internal static class ListCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast;
        table.Add("lpush", -3, write, KeyPositions.One, call => Push(call, left: true, onlyExisting: false));
        table.Add("rpush", -3, write, KeyPositions.One, call => Push(call, left: false, onlyExisting: false));
        table.Add("lpushx", -3, write, KeyPositions.One, call => Push(call, left: true, onlyExisting: true));
        table.Add("rpushx", -3, write, KeyPositions.One, call => Push(call, left: false, onlyExisting: true));
        table.Add("lpop", -2, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, call => Pop(call, left: true));
        table.Add("rpop", -2, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, call => Pop(call, left: false));
        table.Add("llen", 2, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.One, call => call.Reply.Integer(Items(call).Count));
        table.Add("lrange", 4, CommandFlags.ReadOnly, KeyPositions.One, Range);
        table.Add("lindex", 3, CommandFlags.ReadOnly, KeyPositions.One, Index);
        table.Add("lpos", -3, CommandFlags.ReadOnly, KeyPositions.One, Position);
    }

    private static IReadOnlyList<byte[]> Items(Invocation call) => call.Db.Find<ListValue>(call[1])?.Items ?? [];

    private static void Push(Invocation call, bool left, bool onlyExisting)
    {
        if (onlyExisting && call.Db.Find<ListValue>(call[1]) is null)
        {
            call.Reply.Integer(0);
            return;
        }

        var list = call.Db.FindOrCreate<ListValue>(call[1]);
        foreach (var item in call.Arguments.AsSpan(2))
            list.Push(item, left);
        call.Db.Touch(call[1]);
        call.Reply.Integer(list.Items.Count);
    }

    private static void Pop(Invocation call, bool left)
    {
        if (call.Count > 3)
            throw RedisError.WrongArity(call.Spec.Name);
        var count = call.Count == 3 ? call[2].ToCount() : 1;
        var list = call.Db.Find<ListValue>(call[1]);
        if (list is null)
        {
            if (call.Count == 3)
                call.Reply.NullArray();
            else
                call.Reply.NullBulk();
            return;
        }

        var popped = new byte[Math.Min(count, list.Items.Count)][];
        for (var i = 0; i < popped.Length; i++)
            popped[i] = list.Pop(left);
        if (popped.Length > 0)
            call.Db.Touch(call[1]);
        if (call.Count == 3)
            call.Reply.Bulks(popped);
        else
            call.Reply.Bulk(popped[0]);
    }

    private static void Range(Invocation call)
    {
        var (first, last) = (call[2].ToLong(), call[3].ToLong());
        var items = Items(call);
        var range = IndexRange.Of(first, last, items.Count);
        call.Reply.Array(range.Count);
        for (var i = 0; i < range.Count; i++)
            call.Reply.Bulk(items[range.Start + i]);
    }

    private static void Index(Invocation call)
    {
        var index = call[2].ToLong();
        var items = Items(call);
        index = index < 0 ? index + items.Count : index;
        call.Reply.BulkOrNull(index >= 0 && index < items.Count ? items[(int)index] : null);
    }

    // LPOS key element [RANK rank] [COUNT count] [MAXLEN length]
    private static void Position(Invocation call)
    {
        var (rank, count, compare) = (1L, (int?)null, int.MaxValue);
        for (var at = 3; at < call.Count; at += 2)
        {
            if (at + 1 == call.Count)
                throw RedisError.Syntax();
            if (call[at].Is("RANK"))
                rank = call[at + 1].ToLong() is not 0 and > long.MinValue and var given ? given : throw new RedisError(
                    "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list");
            else if (call[at].Is("COUNT"))
                count = Numbers.TryLong(call[at + 1], out var wanted) && wanted >= 0 ? (int)Math.Min(wanted, int.MaxValue) : throw new RedisError("ERR COUNT can't be negative");
            else if (call[at].Is("MAXLEN"))
                compare = Numbers.TryLong(call[at + 1], out var most) && most >= 0 ? (int)Math.Min(most, int.MaxValue) : throw new RedisError("ERR MAXLEN can't be negative");
            else
                throw RedisError.Syntax();
        }

        var items = Items(call);
        var order = Enumerable.Range(0, items.Count).Select(i => rank > 0 ? i : items.Count - 1 - i);
        var matches = order.Take(compare == 0 ? int.MaxValue : compare)
            .Where(i => items[i].AsSpan().SequenceEqual(call[2]))
            .Skip((int)Math.Min(Math.Abs(rank) - 1, int.MaxValue))
            .Take(count is null ? 1 : count == 0 ? int.MaxValue : count.Value)
            .ToList();
        if (count is null && matches.Count == 0)
        {
            call.Reply.NullBulk();
            return;
        }

        if (count is not null)
            call.Reply.Array(matches.Count);
        matches.ForEach(match => call.Reply.Integer(match));
    }
}
