using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Connection;

/// <summary>The named conditions of CLIENT KILL; all of them must hold.</summary>
internal static class KillFilter
{
    public static (Func<Client, bool> Filter, bool SkipMe) Parse(Invocation call)
    {
        if (call.Count % 2 != 0)
            throw RedisError.Syntax();
        var conditions = new List<Func<Client, bool>>();
        var skipMe = true;
        for (var at = 2; at < call.Count; at += 2)
        {
            var value = call[at + 1].Text();
            if (call[at].Is("SKIPME"))
                skipMe = call[at + 1].Is("YES") || (call[at + 1].Is("NO") ? false : throw RedisError.Syntax());
            else
                conditions.Add(Condition(call[at], call[at + 1], value));
        }

        return (client => conditions.TrueForAll(condition => condition(client)), skipMe);
    }

    private static Func<Client, bool> Condition(byte[] name, byte[] raw, string value)
    {
        if (name.Is("ID"))
            return Numbers.TryLong(raw, out var id) && id > 0 ? client => client.Id == id : throw new RedisError("ERR client-id should be greater than 0");
        if (name.Is("ADDR"))
            return client => client.Address == value;
        if (name.Is("LADDR"))
            return client => client.LocalAddress == value;
        if (name.Is("USER"))
            return value == "default" ? _ => true : throw new RedisError($"ERR No such user '{value}'");
        if (name.Is("TYPE"))
        {
            var type = value.ToLowerInvariant();
            return type is "normal" or "master" or "replica" or "slave" or "pubsub"
                ? client => (client.Subscriptions > 0 ? "pubsub" : "normal") == type
                : throw new RedisError($"ERR Unknown client type '{value}'");
        }

        throw RedisError.Syntax();
    }
}
