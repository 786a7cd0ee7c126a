using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>Members and their scores.</summary>
internal static class SortedSetCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags write = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast;
        const CommandFlags read = CommandFlags.ReadOnly | CommandFlags.Fast;
        table.Add("zadd", -4, write, KeyPositions.One, Add);
        table.Add("zincrby", 4, write, KeyPositions.One, Increase);
        table.Add("zrem", -3, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Remove);
        table.Add("zscore", 3, read, KeyPositions.One, call => Score(call.Reply, Find(call)?.Score(call[2])));
        table.Add("zmscore", -3, read, KeyPositions.One, Scores);
        table.Add("zcard", 2, read, KeyPositions.One, call => call.Reply.Integer(Find(call)?.Count ?? 0));
        table.Add("zrank", 3, read, KeyPositions.One, call => Rank(call, backwards: false));
        table.Add("zrevrank", 3, read, KeyPositions.One, call => Rank(call, backwards: true));
        table.Add("zrandmember", -2, CommandFlags.ReadOnly, KeyPositions.One, Random);
    }

    private static SortedSetValue? Find(Invocation call) => call.Db.Find<SortedSetValue>(call[1]);

    private static void Add(Invocation call)
    {
        var options = AddOptions.Parse(call, out var at);
        var pairs = new (byte[] Member, double Score)[(call.Count - at) / 2];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (call[at + (2 * i) + 1], call[at + (2 * i)].ToDouble());
        var set = Find(call);
        if (set is null && options.OnlyExisting)
        {
            Answer(call, options, 0, null);
            return;
        }

        var (added, changed, last) = (0, 0, (double?)null);
        foreach (var (member, given) in pairs)
        {
            var old = set?.Score(member);
            var score = options.Increases ? Sum(old ?? 0, given) : given;
            if (!options.Allows(old, score))
                continue;
            last = score;
            set ??= call.Db.FindOrCreate<SortedSetValue>(call[1]);
            set.Set(member, score);
            added += old is null ? 1 : 0;
            changed += old is null || !old.Value.Equals(score) ? 1 : 0;
        }

        if (changed > 0)
            call.Db.Touch(call[1]);
        Answer(call, options, options.CountsChanged ? changed : added, last);
    }

    private static void Answer(Invocation call, AddOptions options, int count, double? score)
    {
        if (options.Increases)
            Score(call.Reply, score);
        else
            call.Reply.Integer(count);
    }

    private static double Sum(double value, double by) =>
        double.IsNaN(value + by) ? throw new RedisError("ERR resulting score is not a number (NaN)") : value + by;

    private static void Increase(Invocation call)
    {
        var by = call[2].ToDouble();
        var score = Sum(Find(call)?.Score(call[3]) ?? 0, by);
        call.Db.FindOrCreate<SortedSetValue>(call[1]).Set(call[3], score);
        call.Db.Touch(call[1]);
        call.Reply.Double(score);
    }

    private static void Remove(Invocation call)
    {
        var removed = Find(call) is { } set ? call.Arguments.Skip(2).Count(set.Remove) : 0;
        if (removed > 0)
            call.Db.Touch(call[1]);
        call.Reply.Integer(removed);
    }

    private static void Score(ReplyBuffer reply, double? score)
    {
        if (score is { } value)
            reply.Double(value);
        else
            reply.NullBulk();
    }

    private static void Scores(Invocation call)
    {
        var set = Find(call);
        call.Reply.Array(call.Count - 2);
        foreach (var member in call.Arguments.AsSpan(2))
            Score(call.Reply, set?.Score(member));
    }

    private static void Rank(Invocation call, bool backwards)
    {
        var set = Find(call);
        if (set?.Rank(call[2]) is { } rank)
            call.Reply.Integer(backwards ? set.Count - 1 - rank : rank);
        else
            call.Reply.NullBulk();
    }

    private static void Random(Invocation call)
    {
        var withScores = call.Count == 4 && call[3].Is("WITHSCORES");
        if (call.Count > 4 || (call.Count == 4 && !withScores))
            throw RedisError.Syntax();
        var set = Find(call);
        if (call.Count == 2)
        {
            call.Reply.BulkOrNull(set?.Scores.Any().Key);
            return;
        }

        var picks = set is null ? [] : RandomPick.Of(set.Scores, call[2].ToLong());
        call.Reply.Bulks([.. picks.SelectMany(item => withScores ? (byte[][])[item.Key, Numbers.Format(item.Value).Bytes()] : [item.Key])]);
    }
}
