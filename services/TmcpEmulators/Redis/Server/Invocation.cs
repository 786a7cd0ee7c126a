using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Server;

/// <summary>One command being run: what it was given, where it answers, and what of it goes into the append-only file.</summary>
internal sealed class Invocation(RedisServer server, Client client, CommandSpec spec, byte[][] arguments)
{
    private List<byte[][]>? _recorded;

    public RedisServer Server { get; } = server;

    public Client Client { get; } = client;

    public CommandSpec Spec { get; } = spec;

    public byte[][] Arguments { get; } = arguments;

    public int Count => Arguments.Length;

    public Database Db => Server.Databases[Client.Database];

    public ReplyBuffer Reply => Client.Output;

    /// <summary>Unix milliseconds.</summary>
    public long Now => Server.Now;

    /// <summary>The command was blocked, and something happened to one of its keys.</summary>
    public bool IsRetry { get; init; }

    /// <summary>A retry that found nothing again.</summary>
    public bool StaysBlocked { get; private set; }

    /// <summary>What the append-only file gets: the command as it came, unless it said otherwise.</summary>
    public IReadOnlyList<byte[][]> Recorded => _recorded ?? (IReadOnlyList<byte[][]>)[Arguments];

    public byte[] this[int index] => Arguments[index];

    /// <summary>The command recorded itself, or there is nothing to record.</summary>
    public void Record() => _recorded ??= [];

    /// <summary>Records this instead of the command: its outcome depended on time, chance or waiting. May be called several times.</summary>
    public void Record(params byte[][] command) => (_recorded ??= []).Add(command);

    /// <summary>
    /// Waits for one of the keys. Inside MULTI, where nothing can wait, answers at once that nothing came.
    /// <paramref name="retry"/>: the command to run again, when it is not the one that came.
    /// </summary>
    public void Block(IReadOnlyList<byte[]> keys, TimeSpan? timeout, byte[][]? retry = null)
    {
        if (IsRetry)
            StaysBlocked = true;
        else if (Client.InExec)
            Reply.NullArray();
        else
            Server.Waiters.Add(new Waiter(Client, Spec, retry ?? Arguments, Client.Database, keys), timeout);
    }
}
