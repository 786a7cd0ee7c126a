using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Lists;

/// <summary>Changing a list in its middle.</summary>
internal static class ListEditCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("lset", 4, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.One, Set);
        table.Add("linsert", 5, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.One, Insert);
        table.Add("lrem", 4, CommandFlags.Write, KeyPositions.One, Remove);
        table.Add("ltrim", 4, CommandFlags.Write, KeyPositions.One, Trim);
    }

    private static void Set(Invocation call)
    {
        var list = call.Db.Find<ListValue>(call[1]) ?? throw RedisError.NoSuchKey();
        var index = call[2].ToLong();
        index = index < 0 ? index + list.Items.Count : index;
        if (index < 0 || index >= list.Items.Count)
            throw RedisError.IndexOutOfRange();
        list.Replace((int)index, call[3]);
        call.Db.Touch(call[1]);
        call.Reply.Ok();
    }

    private static void Insert(Invocation call)
    {
        var after = call[2].Is("AFTER") || (call[2].Is("BEFORE") ? false : throw RedisError.Syntax());
        if (call.Db.Find<ListValue>(call[1]) is not { } list)
        {
            call.Reply.Integer(0);
            return;
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!list.Items[i].AsSpan().SequenceEqual(call[3]))
                continue;
            list.Insert(after ? i + 1 : i, call[4]);
            call.Db.Touch(call[1]);
            call.Reply.Integer(list.Items.Count);
            return;
        }

        call.Reply.Integer(-1);
    }

    private static void Remove(Invocation call)
    {
        var count = call[2].ToLong();
        var removed = 0;
        if (call.Db.Find<ListValue>(call[1]) is { } list)
        {
            var limit = count == 0 ? long.MaxValue : Math.Abs(Math.Max(count, -long.MaxValue));
            var (i, step) = count < 0 ? (list.Items.Count - 1, -1) : (0, 1);
            while (i >= 0 && i < list.Items.Count && removed < limit)
            {
                if (!list.Items[i].AsSpan().SequenceEqual(call[3]))
                {
                    i += step;
                    continue;
                }

                list.RemoveAt(i);
                removed++;
                i += step < 0 ? step : 0;
            }

            if (removed > 0)
                call.Db.Touch(call[1]);
        }

        call.Reply.Integer(removed);
    }

    private static void Trim(Invocation call)
    {
        var (first, last) = (call[2].ToLong(), call[3].ToLong());
        if (call.Db.Find<ListValue>(call[1]) is { } list)
        {
            var range = IndexRange.Of(first, last, list.Items.Count);
            var fromRight = list.Items.Count - range.Start - range.Count;
            for (var i = 0; i < range.Start; i++)
                list.Pop(left: true);
            for (var i = 0; i < fromRight; i++)
                list.Pop(left: false);
            call.Db.Touch(call[1]);
        }

        call.Reply.Ok();
    }
}
