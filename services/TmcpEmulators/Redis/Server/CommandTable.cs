using System.Text;
using TmcpEmulators.Redis.Commands.Admin;
using TmcpEmulators.Redis.Commands.Connection;
using TmcpEmulators.Redis.Commands.Hashes;
using TmcpEmulators.Redis.Commands.Keys;
using TmcpEmulators.Redis.Commands.Lists;
using TmcpEmulators.Redis.Commands.PubSub;
using TmcpEmulators.Redis.Commands.Sets;
using TmcpEmulators.Redis.Commands.SortedSets;
using TmcpEmulators.Redis.Commands.Streams;
using TmcpEmulators.Redis.Commands.Strings;
using TmcpEmulators.Redis.Commands.Transactions;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Server;

/// <summary>Every command by its name.</summary>
internal sealed class CommandTable
{
    private readonly Dictionary<string, CommandSpec> _commands = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CommandSpec>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private CommandTable() => _byName = _commands.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyCollection<CommandSpec> All => _commands.Values;

    public static CommandTable Create()
    {
        var table = new CommandTable();
        KeyCommands.Register(table);
        ExpiryCommands.Register(table);
        ScanCommands.Register(table);
        StringCommands.Register(table);
        StringWriteCommands.Register(table);
        CounterCommands.Register(table);
        BitCommands.Register(table);
        HashCommands.Register(table);
        HashCounterCommands.Register(table);
        ListCommands.Register(table);
        ListEditCommands.Register(table);
        ListMoveCommands.Register(table);
        SetCommands.Register(table);
        SetAlgebraCommands.Register(table);
        SortedSetCommands.Register(table);
        SortedSetRangeCommands.Register(table);
        SortedSetPopCommands.Register(table);
        SortedSetAlgebraCommands.Register(table);
        StreamCommands.Register(table);
        StreamReadCommands.Register(table);
        GroupCommands.Register(table);
        PendingCommands.Register(table);
        ClaimCommands.Register(table);
        StreamInfoCommands.Register(table);
        PubSubCommands.Register(table);
        TransactionCommands.Register(table);
        ConnectionCommands.Register(table);
        ClientCommands.Register(table);
        ServerCommands.Register(table);
        ConfigCommands.Register(table);
        CommandCommands.Register(table);
        ObjectCommands.Register(table);
        return table;
    }

    public void Add(string name, int arity, CommandFlags flags, KeyPositions keys, Action<Invocation> run) =>
        _commands.Add(name, new CommandSpec(name, arity, flags, keys, run));

    /// <summary>Adds a sub-command; <paramref name="arity"/> counts both names.</summary>
    public void AddSub(string container, string name, int arity, CommandFlags flags, KeyPositions keys, Action<Invocation> run)
    {
        if (!_commands.TryGetValue(container, out var spec))
        {
            spec = new CommandSpec(container, -2, CommandFlags.None, KeyPositions.None, _ => { }) { Subcommands = new(StringComparer.OrdinalIgnoreCase) };
            _commands.Add(container, spec);
        }

        spec.Subcommands!.Add(name, new CommandSpec($"{container}|{name}", arity, flags, keys, run));
    }

    public CommandSpec? Find(byte[] name)
    {
        Span<char> text = stackalloc char[32];
        return name.Length <= text.Length && Ascii.ToUtf16(name, text, out var written) == System.Buffers.OperationStatus.Done &&
            _byName.TryGetValue(text[..written], out var spec) ? spec : null;
    }

    /// <exception cref="RedisError">There is no such command, or the number of its arguments is wrong.</exception>
    public CommandSpec Resolve(byte[][] arguments)
    {
        var spec = Find(arguments[0]) ?? throw UnknownCommand(arguments);
        if (spec.Subcommands is { } subcommands && arguments.Length >= 2)
        {
            spec = subcommands.GetValueOrDefault(arguments[1].Text()) ??
                throw new RedisError($"ERR unknown subcommand '{Cut(arguments[1])}'. Try {spec.Name.ToUpperInvariant()} HELP.");
        }

        return spec.Accepts(arguments.Length) ? spec : throw RedisError.WrongArity(spec.Name);
    }

    private static RedisError UnknownCommand(byte[][] arguments)
    {
        var shown = new StringBuilder();
        foreach (var argument in arguments.Skip(1).TakeWhile(_ => shown.Length < 128))
            shown.Append('\'').Append(Cut(argument)).Append("' ");
        return new RedisError($"ERR unknown command '{Cut(arguments[0])}', with args beginning with: {shown}");
    }

    private static string Cut(byte[] argument) => Encoding.UTF8.GetString(argument.AsSpan(0, Math.Min(argument.Length, 128)));
}
