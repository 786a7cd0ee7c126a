namespace TmcpEmulators.Redis.Server;

/// <summary>The way from a client's state to its connection. Called under the gate, so nothing here may wait.</summary>
internal interface IClientLink
{
    void RequestFlush();

    void Abort();
}
