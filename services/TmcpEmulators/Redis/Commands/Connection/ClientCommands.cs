using System.Text;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Connection;

/// <summary>CLIENT.</summary>
internal static class ClientCommands
{
    public static void Register(CommandTable table)
    {
        Add(table, "id", 2, call => call.Reply.Integer(call.Client.Id));
        Add(table, "getname", 2, call => call.Reply.BulkOrNull(call.Client.Name.Length == 0 ? null : call.Client.Name.Bytes()));
        Add(table, "setname", 3, SetName);
        Add(table, "setinfo", 4, SetInfo);
        Add(table, "info", 2, call => call.Reply.Bulk(ClientLine.Of(call.Client, call.Now) + "\n"));
        Add(table, "list", -2, List);
        Add(table, "kill", -3, Kill);
        Add(table, "unblock", -3, Unblock);
        Add(table, "reply", 3, Reply);
        Add(table, "no-evict", 3, call => Switch(call));
    }

    public static byte[] CheckName(byte[] name) => name.Any(c => c is < (byte)'!' or > (byte)'~')
        ? throw new RedisError("ERR Client names cannot contain spaces, newlines or special characters.")
        : name;

    private static void Add(CommandTable table, string name, int arity, Action<Invocation> run) =>
        table.AddSub("client", name, arity, CommandFlags.None, KeyPositions.None, run);

    private static void SetName(Invocation call)
    {
        call.Client.Name = CheckName(call[2]).Text();
        call.Reply.Ok();
    }

    private static void SetInfo(Invocation call)
    {
        var value = CheckName(call[3]).Text();
        if (call[2].Is("LIB-NAME"))
            call.Client.Library = value;
        else if (call[2].Is("LIB-VER"))
            call.Client.LibraryVersion = value;
        else
            throw new RedisError($"ERR Unrecognized option '{call[2].Text()}'");
        call.Reply.Ok();
    }

    // CLIENT LIST [TYPE normal|master|replica|pubsub] [ID id ...]
    private static void List(Invocation call)
    {
        Func<Client, bool> wanted = _ => true;
        if (call.Count == 4 && call[2].Is("TYPE"))
        {
            var type = call[3].Text().ToLowerInvariant();
            if (type is not ("normal" or "master" or "replica" or "slave" or "pubsub"))
                throw new RedisError($"ERR Unknown client type '{call[3].Text()}'");
            wanted = client => (client.Subscriptions > 0 ? "pubsub" : "normal") == type;
        }
        else if (call.Count > 3 && call[2].Is("ID"))
        {
            var ids = call.Arguments[3..].Select(id => Numbers.TryLong(id, out var value) && value > 0 ? value : throw new RedisError("ERR Invalid client ID")).ToHashSet();
            wanted = client => ids.Contains(client.Id);
        }
        else if (call.Count > 2)
        {
            throw RedisError.Syntax();
        }

        var lines = new StringBuilder();
        foreach (var client in call.Server.Clients.Values.Where(wanted).OrderBy(client => client.Id))
            lines.Append(ClientLine.Of(client, call.Now)).Append('\n');
        call.Reply.Bulk(lines.ToString());
    }

    // CLIENT KILL address, or CLIENT KILL [ID id] [ADDR address] [LADDR address] [TYPE type] [USER name] [SKIPME yes|no] …
    private static void Kill(Invocation call)
    {
        var isOldForm = call.Count == 3;
        var (filter, skipMe) = isOldForm ? (client => client.Address == call[2].Text(), false) : KillFilter.Parse(call);
        var victims = call.Server.Clients.Values.Where(filter).Where(client => !skipMe || client != call.Client).ToList();
        if (isOldForm && victims.Count == 0)
            throw new RedisError("ERR No such client");
        foreach (var victim in victims)
        {
            // The one who asks still gets the answer.
            if (victim == call.Client)
                victim.IsClosing = true;
            else
                victim.Abort();
        }

        if (isOldForm)
            call.Reply.Ok();
        else
            call.Reply.Integer(victims.Count);
    }

    private static void Unblock(Invocation call)
    {
        var id = call[2].ToLong();
        var withError = call.Count > 3 && (call[3].Is("ERROR") || (call[3].Is("TIMEOUT") ? false : throw new RedisError("ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR")));
        var found = call.Server.Clients.TryGetValue(id, out var client) && client.Waiting is not null;
        if (found)
            call.Server.Waiters.Release(client!, withError ? "UNBLOCKED client unblocked via CLIENT UNBLOCK" : null);
        call.Reply.Flag(found);
    }

    private static void Reply(Invocation call)
    {
        if (call[2].Is("ON"))
        {
            call.Client.ReplyMode = ReplyMode.On;
            call.Reply.Ok();
            return;
        }

        call.Client.ReplyMode = call[2].Is("OFF") ? ReplyMode.Off : call[2].Is("SKIP") ? ReplyMode.SkipNext : throw RedisError.Syntax();
    }

    // Nothing is ever evicted here, so both answers are true.
    private static void Switch(Invocation call)
    {
        if (!call[2].Is("ON") && !call[2].Is("OFF"))
            throw RedisError.Syntax();
        call.Reply.Ok();
    }
}
