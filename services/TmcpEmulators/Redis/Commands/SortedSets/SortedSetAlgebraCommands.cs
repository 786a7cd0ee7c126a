using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.SortedSets;

/// <summary>Union, intersection and difference, of sorted sets and of plain sets whose members count 1.</summary>
internal static class SortedSetAlgebraCommands
{
    public static void Register(CommandTable table)
    {
        foreach (var name in (string[])["zunion", "zinter", "zdiff"])
        {
            table.Add(name, -3, CommandFlags.ReadOnly, KeyPositions.None, call => Read(call, name));
            table.Add(name + "store", -4, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.One, call => Store(call, name));
        }
    }

    /// <summary>Stores the result under the first key, or removes the key when there is none, and answers the count.</summary>
    public static void Replace(Invocation call, SortedSetValue result)
    {
        call.Db.Remove(call[1]);
        if (!result.IsEmpty)
            call.Db.Put(call[1], result);
        call.Reply.Integer(result.Count);
    }

    private static void Read(Invocation call, string operation)
    {
        var withScores = call[^1].Is("WITHSCORES");
        var result = Compute(call, 1, withScores ? call.Count - 1 : call.Count, operation);
        call.Reply.Bulks([.. result.Order.SelectMany(item => withScores ? (byte[][])[item.Member, Numbers.Format(item.Score).Bytes()] : [item.Member])]);
    }

    private static void Store(Invocation call, string operation) => Replace(call, Compute(call, 2, call.Count, operation));

    private static SortedSetValue Compute(Invocation call, int at, int end, string operation)
    {
        if (!Numbers.TryLong(call[at], out var given) || given < 1)
            throw new RedisError($"ERR at least 1 input key is needed for '{call.Spec.Name}' command");
        var (keys, next) = NumberedKeys.Read(call, at);
        var weights = Enumerable.Repeat(1.0, keys.Length).ToArray();
        Func<double, double, double> combine = static (a, b) => double.IsNaN(a + b) ? 0 : a + b;
        while (next < end)
        {
            if (call[next].Is("WEIGHTS") && next + keys.Length < end && operation != "zdiff")
            {
                for (var i = 0; i < keys.Length; i++)
                    weights[i] = Numbers.TryDouble(call[next + 1 + i], out var weight) ? weight : throw new RedisError("ERR weight value is not a float");
                next += 1 + keys.Length;
            }
            else if (call[next].Is("AGGREGATE") && next + 1 < end && operation != "zdiff")
            {
                combine = Aggregate(call[next + 1], combine);
                next += 2;
            }
            else
            {
                throw RedisError.Syntax();
            }
        }

        var inputs = keys.Select((key, i) => Scores(call, key, weights[i])).ToList();
        return Combine(inputs, operation, combine);
    }

    private static Func<double, double, double> Aggregate(byte[] name, Func<double, double, double> sum)
    {
        if (name.Is("SUM"))
            return sum;
        if (name.Is("MIN"))
            return Math.Min;
        return name.Is("MAX") ? Math.Max : throw RedisError.Syntax();
    }

    private static Dictionary<byte[], double> Scores(Invocation call, byte[] key, double weight)
    {
        var items = call.Db.Lookup(key)?.Value switch
        {
            null => [],
            SortedSetValue sorted => sorted.Order,
            SetValue plain => plain.Members.Keys.Select(member => new ScoredMember(member, 1)),
            _ => throw RedisError.WrongType(),
        };
        return items.ToDictionary(item => item.Member, item => double.IsNaN(item.Score * weight) ? 0 : item.Score * weight, ByteStringComparer.Instance);
    }

    private static SortedSetValue Combine(List<Dictionary<byte[], double>> inputs, string operation, Func<double, double, double> combine)
    {
        var result = new SortedSetValue();
        var candidates = operation == "zunion" ? inputs.SelectMany(input => input.Keys).Distinct(ByteStringComparer.Instance) : inputs[0].Keys;
        foreach (var member in candidates)
        {
            var scores = inputs.Where(input => input.ContainsKey(member)).Select(input => input[member]).ToList();
            if (operation == "zdiff" ? scores.Count == 1 : operation == "zunion" || scores.Count == inputs.Count)
                result.Set(member, scores.Aggregate(combine));
        }

        return result;
    }
}
