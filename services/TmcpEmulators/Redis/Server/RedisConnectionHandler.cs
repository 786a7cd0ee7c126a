using Microsoft.AspNetCore.Connections;

namespace TmcpEmulators.Redis.Server;

/// <summary>Where Kestrel hands over a connection.</summary>
internal sealed class RedisConnectionHandler(RedisServer server, IHostApplicationLifetime lifetime, ILogger<RedisConnectionHandler> logger) : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        using var session = new Session(server, connection, logger);
        await session.RunAsync(lifetime.ApplicationStopping);
    }
}
