namespace TmcpEmulators.Redis.Server;

/// <summary>Of the client that replays the append-only file: nobody reads its replies.</summary>
internal sealed class NoLink : IClientLink
{
    public void RequestFlush()
    {
        // There is no connection.
    }

    public void Abort()
    {
        // There is no connection.
    }
}
