using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>From where to where in a sorted set's order: by rank, by score or by member.</summary>
internal static class MemberRange
{
    public static IndexRange ByScore(SortedSetValue set, byte[] min, byte[] max)
    {
        var (low, lowOut) = ScoreBound(min);
        var (high, highOut) = ScoreBound(max);
        var start = set.FirstWhere(item => lowOut ? item.Score > low : item.Score >= low);
        var end = set.FirstWhere(item => highOut ? item.Score >= high : item.Score > high);
        return new IndexRange(start, Math.Max(0, end - start));
    }

    /// <summary>Of members with one score, as Redis demands.</summary>
    public static IndexRange ByMember(SortedSetValue set, byte[] min, byte[] max)
    {
        var low = MemberBound(min);
        var high = MemberBound(max);
        var start = set.FirstWhere(item => low.IsBefore(item.Member, atBound: low.Out is false));
        var end = set.FirstWhere(item => high.IsBefore(item.Member, atBound: high.Out is true));
        return new IndexRange(start, Math.Max(0, end - start));
    }

    private static (double Value, bool Out) ScoreBound(byte[] argument)
    {
        var isOut = argument is [(byte)'(', ..];
        return Numbers.TryDouble(isOut ? argument.AsSpan(1) : argument, out var value) ? (value, isOut) : throw new RedisError("ERR min or max is not a float");
    }

    private static Bound MemberBound(byte[] argument) => argument switch
    {
        [(byte)'-'] => new Bound(-1, [], false),
        [(byte)'+'] => new Bound(1, [], false),
        [(byte)'[', .. var member] => new Bound(0, member, false),
        [(byte)'(', .. var member] => new Bound(0, member, true),
        _ => throw new RedisError("ERR min or max not valid string range item"),
    };

    // Infinity -1: before every member; 1: behind every member.
    private sealed record Bound(int Infinity, byte[] Member, bool Out)
    {
        public bool IsBefore(byte[] member, bool atBound)
        {
            if (Infinity != 0)
                return Infinity < 0;
            var order = ByteStringComparer.Instance.Compare(member, Member);
            return order > 0 || (order == 0 && atBound);
        }
    }
}
