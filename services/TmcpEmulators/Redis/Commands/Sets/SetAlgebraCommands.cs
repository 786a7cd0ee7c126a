using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Sets;

/// <summary>Intersection, union and difference.</summary>
internal static class SetAlgebraCommands
{
    private delegate IEnumerable<byte[]> Operation(IReadOnlyList<SetValue?> sets);

    public static void Register(CommandTable table)
    {
        foreach (var (name, operation) in new (string, Operation)[] { ("sinter", Intersect), ("sunion", Unite), ("sdiff", Subtract) })
        {
            table.Add(name, -2, CommandFlags.ReadOnly, KeyPositions.All, call => call.Reply.Bulks([.. operation(Sets(call, call.Arguments.Skip(1)))]));
            table.Add(name + "store", -3, CommandFlags.Write | CommandFlags.DenyOom, KeyPositions.All, call => Store(call, operation));
        }

        table.Add("sintercard", -3, CommandFlags.ReadOnly, KeyPositions.None, CountIntersection);
    }

    private static List<SetValue?> Sets(Invocation call, IEnumerable<byte[]> keys) => [.. keys.Select(call.Db.Find<SetValue>)];

    private static void Store(Invocation call, Operation operation)
    {
        var result = new SetValue();
        foreach (var member in operation(Sets(call, call.Arguments.Skip(2))))
            result.Add(member);
        call.Db.Remove(call[1]);
        if (!result.IsEmpty)
            call.Db.Put(call[1], result);
        call.Reply.Integer(result.Count);
    }

    private static void CountIntersection(Invocation call)
    {
        var (keys, at) = NumberedKeys.Read(call, 1);
        var limit = 0L;
        if (at < call.Count)
            limit = call.Count - at == 2 && call[at].Is("LIMIT") ? call[at + 1].ToLong() : throw RedisError.Syntax();
        if (limit < 0)
            throw new RedisError("ERR LIMIT can't be negative");
        var members = Intersect(Sets(call, keys));
        call.Reply.Integer((limit == 0 ? members : members.Take((int)Math.Min(limit, int.MaxValue))).Count());
    }

    private static IEnumerable<byte[]> Intersect(IReadOnlyList<SetValue?> sets) => sets.Contains(null)
        ? []
        : sets.MinBy(set => set!.Count)!.Members.Keys.Where(member => sets.All(set => set!.Contains(member)));

    private static IEnumerable<byte[]> Unite(IReadOnlyList<SetValue?> sets) =>
        sets.SelectMany(set => set?.Members.Keys ?? []).Distinct(ByteStringComparer.Instance);

    private static IEnumerable<byte[]> Subtract(IReadOnlyList<SetValue?> sets) =>
        sets[0]?.Members.Keys.Where(member => !sets.Skip(1).Any(set => set?.Contains(member) ?? false)) ?? [];
}
