using System.Security.Cryptography;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Connection;

/// <summary>Greeting, password, database number, farewell.</summary>
internal static class ConnectionCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags fast = CommandFlags.Fast;
        const CommandFlags open = CommandFlags.Fast | CommandFlags.NoAuth;
        table.Add("ping", -1, fast | CommandFlags.PubSub, KeyPositions.None, Ping);
        table.Add("echo", 2, fast, KeyPositions.None, call => call.Reply.Bulk(call[1]));
        table.Add("select", 2, fast, KeyPositions.None, Select);
        table.Add("auth", -2, open, KeyPositions.None, Authenticate);
        table.Add("hello", -1, open, KeyPositions.None, Hello);
        table.Add("quit", -1, open | CommandFlags.PubSub | CommandFlags.NoMulti, KeyPositions.None, Quit);
        table.Add("reset", 1, open | CommandFlags.PubSub | CommandFlags.NoMulti, KeyPositions.None, Reset);
    }

    private static void Ping(Invocation call)
    {
        if (call.Count > 2)
            throw RedisError.WrongArity("ping");
        if (call.Client.Subscriptions > 0)
            call.Reply.Bulks(["pong"u8.ToArray(), call.Count == 2 ? call[1] : []]);
        else if (call.Count == 2)
            call.Reply.Bulk(call[1]);
        else
            call.Reply.Simple("PONG");
    }

    private static void Select(Invocation call)
    {
        var number = call[1].ToLong();
        if (number < 0 || number >= call.Server.Databases.Count)
            throw new RedisError("ERR DB index is out of range");
        call.Client.Database = (int)number;
        call.Reply.Ok();
    }

    private static void Authenticate(Invocation call)
    {
        if (call.Count > 3)
            throw RedisError.Syntax();
        CheckPassword(call, call.Count == 3 ? call[1] : null, call[^1]);
        call.Reply.Ok();
    }

    private static void CheckPassword(Invocation call, byte[]? user, byte[] password)
    {
        var expected = call.Server.Settings.Password;
        if (expected is null && user is null)
            throw new RedisError("ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?");
        var isKnownUser = user is null || user.AsSpan().SequenceEqual("default"u8);

        // Equal lengths, so that the time taken tells nothing.
        var isRight = expected is null || CryptographicOperations.FixedTimeEquals(SHA256.HashData(password), SHA256.HashData(expected.Bytes()));
        if (!isKnownUser || !isRight)
            throw new RedisError("WRONGPASS invalid username-password pair or user is disabled.");
        call.Client.IsTrusted = true;
    }

    // HELLO [protover [AUTH username password] [SETNAME clientname]]
    private static void Hello(Invocation call)
    {
        if (call.Count > 1 && (!Numbers.TryLong(call[1], out var version) || version != 2))
        {
            throw new RedisError(Numbers.TryLong(call[1], out _)
                ? "NOPROTO unsupported protocol version"
                : "ERR Protocol version is not an integer or out of range");
        }

        var name = (byte[]?)null;
        for (var at = 2; at < call.Count; at++)
        {
            if (call[at].Is("AUTH") && at + 2 < call.Count)
                CheckPassword(call, call[++at], call[++at]);
            else if (call[at].Is("SETNAME") && at + 1 < call.Count)
                name = ClientCommands.CheckName(call[++at]);
            else
                throw new RedisError($"ERR Syntax error in HELLO option '{call[at].Text()}'");
        }

        if (!call.Client.IsTrusted)
        {
            throw new RedisError(
                "NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time");
        }

        call.Client.Name = name?.Text() ?? call.Client.Name;
        call.Reply.Array(14);
        Pair(call.Reply, "server", "redis");
        Pair(call.Reply, "version", RedisSettings.Version);
        call.Reply.Bulk("proto");
        call.Reply.Integer(2);
        call.Reply.Bulk("id");
        call.Reply.Integer(call.Client.Id);
        Pair(call.Reply, "mode", "standalone");
        Pair(call.Reply, "role", "master");
        call.Reply.Bulk("modules");
        call.Reply.Array(0);
    }

    private static void Pair(ReplyBuffer reply, string name, string value)
    {
        reply.Bulk(name);
        reply.Bulk(value);
    }

    private static void Quit(Invocation call)
    {
        call.Client.IsClosing = true;
        call.Reply.Ok();
    }

    private static void Reset(Invocation call)
    {
        var client = call.Client;
        client.Transaction = null;
        call.Server.Unwatch(client);
        call.Server.PubSub.UnsubscribeAll(client);
        (client.Database, client.Name, client.ReplyMode) = (0, "", ReplyMode.On);
        client.IsTrusted = call.Server.Settings.Password is null;
        call.Reply.Simple("RESET");
    }
}
