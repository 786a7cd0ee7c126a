namespace TmcpEmulators.Redis.Server;

/// <summary>A blocked command.</summary>
internal sealed class Waiter(Client client, CommandSpec spec, byte[][] arguments, int database, IReadOnlyList<byte[]> keys)
{
    public Client Client { get; } = client;

    public CommandSpec Spec { get; } = spec;

    public byte[][] Arguments { get; } = arguments;

    public int Database { get; } = database;

    public IReadOnlyList<byte[]> Keys { get; } = keys;

    public ITimer? Timer { get; set; }

    /// <summary>Ends when the command was answered or given up.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
