using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.PubSub;

/// <summary>Channels.</summary>
internal static class PubSubCommands
{
    public static void Register(CommandTable table)
    {
        const CommandFlags flags = CommandFlags.PubSub;
        table.Add("subscribe", -2, flags, KeyPositions.None, call => Subscribe(call, pattern: false));
        table.Add("psubscribe", -2, flags, KeyPositions.None, call => Subscribe(call, pattern: true));
        table.Add("unsubscribe", -1, flags, KeyPositions.None, call => Unsubscribe(call, pattern: false));
        table.Add("punsubscribe", -1, flags, KeyPositions.None, call => Unsubscribe(call, pattern: true));
        table.Add("publish", 3, CommandFlags.Fast, KeyPositions.None, call => call.Reply.Integer(call.Server.PubSub.Publish(call[1], call[2])));
        table.AddSub("pubsub", "channels", -2, CommandFlags.None, KeyPositions.None, Channels);
        table.AddSub("pubsub", "numsub", -2, CommandFlags.None, KeyPositions.None, Counts);
        table.AddSub("pubsub", "numpat", 2, CommandFlags.None, KeyPositions.None, call => call.Reply.Integer(call.Server.PubSub.Patterns.Count));
    }

    private static void Subscribe(Invocation call, bool pattern)
    {
        if (call.Client.InExec)
            throw new RedisError($"ERR {call.Spec.Name} is not allowed in transactions by TMCP's emulator of Redis");
        foreach (var name in call.Arguments.Skip(1))
        {
            call.Server.PubSub.Subscribe(call.Client, name, pattern);
            Confirm(call, name);
        }
    }

    private static void Unsubscribe(Invocation call, bool pattern)
    {
        var current = pattern ? call.Client.Patterns : call.Client.Channels;
        var names = call.Count > 1 ? call.Arguments[1..] : [.. current];
        foreach (var name in names)
        {
            call.Server.PubSub.Unsubscribe(call.Client, name, pattern);
            Confirm(call, name);
        }

        if (names.Length == 0)
            Confirm(call, null);
    }

    private static void Confirm(Invocation call, byte[]? name)
    {
        call.Reply.Array(3);
        call.Reply.Bulk(call.Spec.Name);
        call.Reply.BulkOrNull(name);
        call.Reply.Integer(call.Client.Subscriptions);
    }

    private static void Channels(Invocation call)
    {
        if (call.Count > 3)
            throw RedisError.WrongArity(call.Spec.Name);
        call.Reply.Bulks([.. call.Server.PubSub.Channels.Keys.Where(channel => call.Count == 2 || Glob.Matches(call[2], channel))]);
    }

    private static void Counts(Invocation call)
    {
        call.Reply.Array((call.Count - 2) * 2);
        foreach (var channel in call.Arguments.Skip(2))
        {
            call.Reply.Bulk(channel);
            call.Reply.Integer(call.Server.PubSub.Channels.TryGetValue(channel, out var clients) ? clients.Count : 0);
        }
    }
}
