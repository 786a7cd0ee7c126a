using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Sets;

/// <summary>One set.</summary>
internal static class SetCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags read = CommandFlags.ReadOnly | CommandFlags.Fast;
        table.Add("sadd", -3, CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast, KeyPositions.One, Add);
        table.Add("srem", -3, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Remove);
        table.Add("smembers", 2, CommandFlags.ReadOnly, KeyPositions.One, call => call.Reply.Bulks([.. Find(call)?.Members.Keys ?? []]));
        table.Add("scard", 2, read, KeyPositions.One, call => call.Reply.Integer(Find(call)?.Count ?? 0));
        table.Add("sismember", 3, read, KeyPositions.One, call => call.Reply.Flag(Find(call)?.Contains(call[2]) ?? false));
        table.Add("smismember", -3, read, KeyPositions.One, AreMembers);
        table.Add("spop", -2, CommandFlags.Write | CommandFlags.Fast, KeyPositions.One, Pop);
        table.Add("srandmember", -2, CommandFlags.ReadOnly, KeyPositions.One, Random);
        table.Add("smove", 4, CommandFlags.Write | CommandFlags.Fast, KeyPositions.Two, Move);
    }

    private static SetValue? Find(Invocation call) => call.Db.Find<SetValue>(call[1]);

    private static void Add(Invocation call)
    {
        var set = call.Db.FindOrCreate<SetValue>(call[1]);
        var added = call.Arguments.Skip(2).Count(set.Add);
        if (added > 0)
            call.Db.Touch(call[1]);
        call.Reply.Integer(added);
    }

    private static void Remove(Invocation call)
    {
        var removed = Find(call) is { } set ? call.Arguments.Skip(2).Count(set.Remove) : 0;
        if (removed > 0)
            call.Db.Touch(call[1]);
        call.Reply.Integer(removed);
    }

    private static void AreMembers(Invocation call)
    {
        var set = Find(call);
        call.Reply.Array(call.Count - 2);
        foreach (var member in call.Arguments.AsSpan(2))
            call.Reply.Flag(set?.Contains(member) ?? false);
    }

    private static void Pop(Invocation call)
    {
        if (call.Count > 3)
            throw RedisError.Syntax();
        var count = call.Count == 3 ? call[2].ToCount() : 1;
        var set = Find(call);
        byte[][] popped = set is null ? [] : [.. RandomPick.Of(set.Members, count).Select(member => member.Key)];
        if (popped.Length > 0)
        {
            foreach (var member in popped)
                set!.Remove(member);
            call.Db.Touch(call[1]);
            call.Record(["SREM"u8.ToArray(), call[1], .. popped]);
        }

        if (call.Count == 3)
            call.Reply.Bulks(popped);
        else
            call.Reply.BulkOrNull(popped.FirstOrDefault());
    }

    private static void Random(Invocation call)
    {
        if (call.Count > 3)
            throw RedisError.Syntax();
        var set = Find(call);
        if (call.Count == 2)
            call.Reply.BulkOrNull(set?.Members.Any().Key);
        else
            call.Reply.Bulks([.. set is null ? [] : RandomPick.Of(set.Members, call[2].ToLong()).Select(member => member.Key)]);
    }

    private static void Move(Invocation call)
    {
        var (source, target) = (Find(call), call.Db.Find<SetValue>(call[2]));
        if (source is null || !source.Contains(call[3]))
        {
            call.Reply.Integer(0);
            return;
        }

        if (source != target)
        {
            source.Remove(call[3]);
            call.Db.FindOrCreate<SetValue>(call[2]).Add(call[3]);
            call.Db.Touch(call[1]);
            call.Db.Touch(call[2]);
        }

        call.Reply.Integer(1);
    }
}
