using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>Which members a range command wants, and in which direction.</summary>
internal sealed record RangeRequest(RangeKind Kind, byte[] First, byte[] Second, bool Backwards)
{
    public bool WithScores { get; private init; }

    public long Offset { get; private init; }

    /// <summary>Negative: all.</summary>
    public long Limit { get; private init; } = -1;

    /// <summary><c>ZRANGE key start stop [BYSCORE|BYLEX] [REV] [LIMIT offset count] [WITHSCORES]</c>, from <c>start</c> on.</summary>
    public static RangeRequest Parse(Invocation call, int at, bool mayHaveScores)
    {
        var request = new RangeRequest(RangeKind.Rank, call[at], call[at + 1], false).WithOptions(call, at + 2, mayChooseKind: true);
        if (request.Limit >= 0 && request.Kind == RangeKind.Rank)
            throw new RedisError("ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");
        if (request.WithScores && request.Kind == RangeKind.Member)
            throw new RedisError("ERR syntax error, WITHSCORES not supported in combination with BYLEX");
        return request.WithScores && !mayHaveScores ? throw RedisError.Syntax() : request;
    }

    /// <summary>The options of the older commands, whose names say kind and direction.</summary>
    public RangeRequest WithOptions(Invocation call, int at, bool mayChooseKind = false)
    {
        var request = this;
        for (; at < call.Count; at++)
        {
            if (mayChooseKind && call[at].Is("BYSCORE"))
                request = request with { Kind = RangeKind.Score };
            else if (mayChooseKind && call[at].Is("BYLEX"))
                request = request with { Kind = RangeKind.Member };
            else if (mayChooseKind && call[at].Is("REV"))
                request = request with { Backwards = true };
            else if (call[at].Is("WITHSCORES") && (mayChooseKind || Kind != RangeKind.Member))
                request = request with { WithScores = true };
            else if (call[at].Is("LIMIT") && at + 2 < call.Count && (mayChooseKind || Kind != RangeKind.Rank))
                request = request with { Offset = call[++at].ToLong(), Limit = call[++at].ToLong() };
            else
                throw RedisError.Syntax();
        }

        return request;
    }

    public IEnumerable<ScoredMember> Select(SortedSetValue set)
    {
        // Backwards, the greater end is named first, except among ranks.
        var (low, high) = Backwards ? (Second, First) : (First, Second);
        var range = Kind switch
        {
            RangeKind.Score => MemberRange.ByScore(set, low, high),
            RangeKind.Member => MemberRange.ByMember(set, low, high),
            _ => IndexRange.Of(First.ToLong(), Second.ToLong(), set.Count),
        };
        if (Kind == RangeKind.Rank && Backwards)
            range = range with { Start = set.Count - range.Start - range.Count };
        if (Offset < 0)
            return [];
        var skipped = (int)Math.Min(Offset, range.Count);
        var taken = Limit < 0 ? range.Count - skipped : (int)Math.Min(Limit, range.Count - skipped);
        return Enumerable.Range(skipped, taken).Select(i => set.Order[Backwards ? range.Start + range.Count - 1 - i : range.Start + i]);
    }
}
