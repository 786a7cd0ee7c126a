using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Admin;

/// <summary>The server itself.</summary>
internal static class ServerCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags admin = CommandFlags.Admin;
        table.Add("info", -1, CommandFlags.None, KeyPositions.None, call => call.Reply.Bulk(ServerInfo.Write(call)));
        table.Add("time", 1, CommandFlags.Fast, KeyPositions.None, Time);
        table.Add("lastsave", 1, CommandFlags.Fast, KeyPositions.None, call => call.Reply.Integer((call.Server.Log?.LastRewriteAt ?? call.Server.StartedAt) / 1000));
        table.Add("save", 1, admin, KeyPositions.None, call => Rewrite(call, call.Reply.Ok));
        table.Add("bgsave", -1, admin, KeyPositions.None, call => Rewrite(call, () => call.Reply.Simple("Background saving started")));
        table.Add("bgrewriteaof", 1, admin, KeyPositions.None, call => Rewrite(call, () => call.Reply.Simple("Background append only file rewriting started")));
        table.Add("role", 1, CommandFlags.Fast, KeyPositions.None, Role);
        table.Add("shutdown", -1, admin | CommandFlags.NoMulti, KeyPositions.None, Shutdown);
    }

    private static void Time(Invocation call)
    {
        var now = call.Server.Clock.GetUtcNow();
        var microseconds = (now.Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        call.Reply.Bulks([Numbers.Format(microseconds / 1_000_000), Numbers.Format(microseconds % 1_000_000)]);
    }

    // There is one file, the append-only one: every kind of saving makes it as short as it can be.
    private static void Rewrite(Invocation call, Action answer)
    {
        if (call.Server.Log is not { } log)
            throw new RedisError("ERR TMCP's emulator of Redis was started without a data folder; give one with --data");
        _ = Task.Run(log.RewriteAsync); // not under the gate; it reports and counts its own failures
        answer();
    }

    private static void Role(Invocation call)
    {
        call.Reply.Array(3);
        call.Reply.Bulk("master");
        call.Reply.Integer(0);
        call.Reply.Array(0);
    }

    private static void Shutdown(Invocation call)
    {
        call.Client.IsClosing = true;
        call.Server.Stop();
    }
}
