using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Admin;

/// <summary>COMMAND: the command table, as clients read it when they connect.</summary>
internal static class CommandCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("command", -1, CommandFlags.None, KeyPositions.None, Run);
    }

    private static void Run(Invocation call)
    {
        var table = call.Server.Dispatcher.Table;
        var names = call.Arguments.Skip(2).ToList();
        if (call.Count == 1)
            Describe(call.Reply, [.. table.All]);
        else if (call[1].Is("COUNT"))
            call.Reply.Integer(table.All.Count);
        else if (call[1].Is("INFO"))
            Describe(call.Reply, names.Count == 0 ? [.. table.All] : [.. names.Select(table.Find)]);
        else if (call[1].Is("LIST"))
            call.Reply.Bulks([.. table.All.Select(spec => spec.Name.Bytes())]);
        else if (call[1].Is("DOCS"))
            Document(call.Reply, names.Count == 0 ? [.. table.All] : [.. names.Select(table.Find).OfType<CommandSpec>()]);
        else if (call[1].Is("GETKEYS") && call.Count > 2)
            Keys(call, table.Resolve(call.Arguments[2..]));
        else
            throw new RedisError($"ERR unknown subcommand '{call[1].Text()}'. Try COMMAND HELP.");
    }

    private static void Keys(Invocation call, CommandSpec spec)
    {
        var keys = spec.Keys.Of(call.Arguments[2..]).ToList();
        call.Reply.Bulks(keys.Count > 0 ? keys : throw new RedisError("ERR The command has no key arguments"));
    }

    private static void Describe(ReplyBuffer reply, IReadOnlyList<CommandSpec?> specs)
    {
        reply.Array(specs.Count);
        foreach (var spec in specs)
        {
            if (spec is null)
            {
                reply.NullBulk();
                continue;
            }

            reply.Array(10);
            reply.Bulk(spec.Name);
            reply.Integer(spec.Arity);
            var flags = Flags(spec);
            reply.Array(flags.Count);
            flags.ForEach(reply.Simple);
            reply.Integer(spec.Keys.First);
            reply.Integer(spec.Keys.Last);
            reply.Integer(spec.Keys.Step);
            reply.Array(0); // access categories
            reply.Array(0); // tips
            reply.Array(0); // key specifications
            Describe(reply, [.. spec.Subcommands?.Values ?? (IEnumerable<CommandSpec>)[]]);
        }
    }

    private static void Document(ReplyBuffer reply, IReadOnlyList<CommandSpec> specs)
    {
        reply.Array(specs.Count * 2);
        foreach (var spec in specs)
        {
            reply.Bulk(spec.Name);
            reply.Bulks(["summary"u8.ToArray(), $"{spec.Name.ToUpperInvariant()}, as Redis {RedisSettings.Version} has it".Bytes()]);
        }
    }

    private static List<string> Flags(CommandSpec spec) =>
    [
        .. new (CommandFlags Flag, string Name)[]
        {
            (CommandFlags.Write, "write"), (CommandFlags.ReadOnly, "readonly"), (CommandFlags.DenyOom, "denyoom"), (CommandFlags.Admin, "admin"),
            (CommandFlags.PubSub, "pubsub"), (CommandFlags.Blocking, "blocking"), (CommandFlags.Fast, "fast"), (CommandFlags.NoAuth, "no_auth"),
            (CommandFlags.NoMulti, "no_multi"),
        }.Where(flag => spec.Is(flag.Flag)).Select(flag => flag.Name),
    ];
}
