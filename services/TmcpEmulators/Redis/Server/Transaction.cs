namespace TmcpEmulators.Redis.Server;

/// <summary>Commands between MULTI and EXEC.</summary>
internal sealed class Transaction
{
    public List<(CommandSpec Spec, byte[][] Arguments)> Commands { get; } = [];

    /// <summary>A command was refused when it was queued: EXEC does nothing.</summary>
    public bool IsAborted { get; set; }
}
