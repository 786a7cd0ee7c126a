using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Admin;

/// <summary>CONFIG: the settings that exist here, and those that clients ask for when they connect. The password is not among them.</summary>
internal static class ConfigCommands
{
    public static void Register(CommandTable table)
    {
        table.AddSub("config", "get", -3, CommandFlags.Admin, KeyPositions.None, Get);
        table.AddSub("config", "set", -4, CommandFlags.Admin, KeyPositions.None, Set);
        table.AddSub("config", "resetstat", 2, CommandFlags.Admin, KeyPositions.None, ResetStatistics);
        table.AddSub("config", "rewrite", 2, CommandFlags.Admin, KeyPositions.None, _ => throw new RedisError("ERR The server is running without a config file"));
    }

    private static SortedDictionary<string, string> Values(RedisServer server) => new(StringComparer.Ordinal)
    {
        ["appendonly"] = server.Log is null ? "no" : "yes",
        ["appendfsync"] = FsyncNames.Of(server.Log?.Policy ?? server.Settings.Fsync),
        ["auto-aof-rewrite-min-size"] = $"{server.Settings.RewriteMinBytes}",
        ["auto-aof-rewrite-percentage"] = "100",
        ["bind"] = server.Settings.Bind,
        ["databases"] = $"{server.Databases.Count}",
        ["dir"] = server.Settings.DataFolder ?? "",
        ["maxclients"] = $"{server.Settings.MaxClients}",
        ["maxmemory"] = $"{server.MaxMemory}",
        ["maxmemory-policy"] = "noeviction",
        ["port"] = $"{server.Port}",
        ["proto-max-bulk-len"] = $"{RequestParser.MaxBulkBytes}",
        ["replica-read-only"] = "yes",
        ["save"] = "",
        ["slave-read-only"] = "yes",
        ["timeout"] = "0",
    };

    private static void Get(Invocation call)
    {
        var patterns = call.Arguments[2..].Select(pattern => pattern.Text().ToLowerInvariant().Bytes()).ToList();
        var found = Values(call.Server).Where(setting => patterns.Exists(pattern => Glob.Matches(pattern, setting.Key.Bytes()))).ToList();
        call.Reply.Bulks([.. found.SelectMany(setting => (byte[][])[setting.Key.Bytes(), setting.Value.Bytes()])]);
    }

    private static void Set(Invocation call)
    {
        if (call.Count % 2 != 0)
            throw RedisError.WrongArity(call.Spec.Name);
        var changes = new List<Action>();
        for (var at = 2; at < call.Count; at += 2)
            changes.Add(Change(call.Server, call[at].Text().ToLowerInvariant(), call[at + 1]));
        changes.ForEach(change => change());
        call.Reply.Ok();
    }

    private static Action Change(RedisServer server, string name, byte[] value)
    {
        switch (name)
        {
            case "maxmemory":
                var bytes = ByteSize.Parse(value.Text()) ?? throw Refused(name, "argument must be a memory value");
                return () => server.MaxMemory = bytes;
            case "appendfsync":
                var policy = FsyncNames.Parse(value.Text()) ?? throw Refused(name, "argument(s) must be one of the following: everysec, always, no");
                return () => server.Log?.Policy = policy;
            default:
                // What already is so may be set so: clients assure themselves this way.
                if (!Values(server).TryGetValue(name, out var current))
                    throw new RedisError($"ERR Unknown option or number of arguments for CONFIG SET - '{name}'");
                return current == value.Text() ? () => { } : throw Refused(name, "TMCP's emulator of Redis cannot change it while it runs");
        }
    }

    private static RedisError Refused(string name, string reason) => new($"ERR CONFIG SET failed (possibly related to argument '{name}') - {reason}");

    private static void ResetStatistics(Invocation call)
    {
        call.Server.Statistics.Reset();
        call.Reply.Ok();
    }
}
