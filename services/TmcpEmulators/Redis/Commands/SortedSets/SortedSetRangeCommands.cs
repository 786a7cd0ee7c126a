using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>Ranges: reading, counting, removing, storing.</summary>
internal static class SortedSetRangeCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("zrange", -4, CommandFlags.ReadOnly, KeyPositions.One, call => Write(call, RangeRequest.Parse(call, 2, mayHaveScores: true)));
        table.Add("zrangestore", -5, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.Two, Store);
        Add(table, "zrevrange", RangeKind.Rank, backwards: true);
        Add(table, "zrangebyscore", RangeKind.Score, backwards: false);
        Add(table, "zrevrangebyscore", RangeKind.Score, backwards: true);
        Add(table, "zrangebylex", RangeKind.Member, backwards: false);
        Add(table, "zrevrangebylex", RangeKind.Member, backwards: true);
        table.Add("zcount", 4, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.One, call => Count(call, MemberRange.ByScore));
        table.Add("zlexcount", 4, CommandFlags.ReadOnly | CommandFlags.Fast, KeyPositions.One, call => Count(call, MemberRange.ByMember));
        table.Add("zremrangebyscore", 4, CommandFlags.Write, KeyPositions.One, call => Remove(call, set => MemberRange.ByScore(set, call[2], call[3])));
        table.Add("zremrangebylex", 4, CommandFlags.Write, KeyPositions.One, call => Remove(call, set => MemberRange.ByMember(set, call[2], call[3])));
        table.Add("zremrangebyrank", 4, CommandFlags.Write, KeyPositions.One, RemoveByRank);
    }

    private static void Add(CommandTable table, string name, RangeKind kind, bool backwards) => table.Add(
        name, -4, CommandFlags.ReadOnly, KeyPositions.One, call => Write(call, new RangeRequest(kind, call[2], call[3], backwards).WithOptions(call, 4)));

    private static void Write(Invocation call, RangeRequest request)
    {
        // An empty set still finds wrong bounds.
        var found = request.Select(call.Db.Find<SortedSetValue>(call[1]) ?? new SortedSetValue()).ToList();
        call.Reply.Array(found.Count * (request.WithScores ? 2 : 1));
        foreach (var item in found)
        {
            call.Reply.Bulk(item.Member);
            if (request.WithScores)
                call.Reply.Double(item.Score);
        }
    }

    private static void Store(Invocation call)
    {
        var request = RangeRequest.Parse(call, 3, mayHaveScores: false);
        var result = new SortedSetValue();
        foreach (var item in request.Select(call.Db.Find<SortedSetValue>(call[2]) ?? new SortedSetValue()).ToList())
            result.Set(item.Member, item.Score);
        SortedSetAlgebraCommands.Replace(call, result);
    }

    private static void Count(Invocation call, Func<SortedSetValue, byte[], byte[], IndexRange> find) =>
        call.Reply.Integer(find(call.Db.Find<SortedSetValue>(call[1]) ?? new SortedSetValue(), call[2], call[3]).Count);

    private static void RemoveByRank(Invocation call)
    {
        var (first, last) = (call[2].ToLong(), call[3].ToLong());
        Remove(call, set => IndexRange.Of(first, last, set.Count));
    }

    private static void Remove(Invocation call, Func<SortedSetValue, IndexRange> find)
    {
        var set = call.Db.Find<SortedSetValue>(call[1]) ?? new SortedSetValue();
        var range = find(set);
        if (range.Count > 0)
        {
            set.RemoveRange(range.Start, range.Count);
            call.Db.Touch(call[1]);
        }

        call.Reply.Integer(range.Count);
    }
}
