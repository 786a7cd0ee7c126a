using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Transactions;

/// <summary>MULTI, EXEC and their company.</summary>
internal static class TransactionCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags flags = CommandFlags.NoMulti | CommandFlags.Fast;
        table.Add("multi", 1, flags, KeyPositions.None, Begin);
        table.Add("exec", 1, flags, KeyPositions.None, Execute);
        table.Add("discard", 1, flags, KeyPositions.None, Discard);
        table.Add("watch", -2, flags, KeyPositions.All, Watch);
        table.Add("unwatch", 1, CommandFlags.Fast, KeyPositions.None, Unwatch);
    }

    private static void Begin(Invocation call)
    {
        if (call.Client.Transaction is not null)
            throw new RedisError("ERR MULTI calls can not be nested");
        call.Client.Transaction = new Transaction();
        call.Reply.Ok();
    }

    private static void Execute(Invocation call)
    {
        var transaction = call.Client.Transaction ?? throw new RedisError("ERR EXEC without MULTI");
        var isBroken = call.Client.IsWatchBroken || call.Client.Watched.Any(watched => IsGone(call, watched));
        call.Client.Transaction = null;
        call.Server.Unwatch(call.Client);
        if (transaction.IsAborted)
            throw new RedisError("EXECABORT Transaction discarded because of previous errors.");
        if (isBroken)
        {
            call.Reply.NullArray();
            return;
        }

        call.Reply.Array(transaction.Commands.Count);
        call.Client.InExec = true;
        call.Server.Log?.BeginGroup();
        try
        {
            foreach (var (spec, arguments) in transaction.Commands)
                call.Server.Dispatcher.RunQueued(call.Client, spec, arguments);
        }
        finally
        {
            call.Client.InExec = false;
            if (call.Server.Log is { } log)
                call.Client.SafeAfter = log.EndGroup();
        }

        call.Record(); // each command recorded itself
    }

    // A key that existed when it was watched and has expired since.
    private static bool IsGone(Invocation call, (int Database, byte[] Key) watched)
    {
        var before = call.Client.IsWatchBroken;
        call.Server.Databases[watched.Database].Lookup(watched.Key);
        return !before && call.Client.IsWatchBroken;
    }

    private static void Discard(Invocation call)
    {
        if (call.Client.Transaction is null)
            throw new RedisError("ERR DISCARD without MULTI");
        call.Client.Transaction = null;
        call.Server.Unwatch(call.Client);
        call.Reply.Ok();
    }

    private static void Watch(Invocation call)
    {
        if (call.Client.Transaction is not null)
            throw new RedisError("ERR WATCH inside MULTI is not allowed");
        foreach (var key in call.Arguments.Skip(1))
        {
            call.Db.Lookup(key);
            call.Server.Watch(call.Client, key);
        }

        call.Reply.Ok();
    }

    private static void Unwatch(Invocation call)
    {
        call.Server.Unwatch(call.Client);
        call.Reply.Ok();
    }
}
