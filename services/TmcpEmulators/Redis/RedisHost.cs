using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tmcp.ServiceDefaults;
using TmcpEmulators.Redis.Persistence;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis;

/// <summary>A running emulator: Kestrel accepts the connections, the data lies in a <see cref="RedisServer"/>.</summary>
internal sealed class RedisHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RedisHost(WebApplication app) => _app = app;

    public RedisServer Server => _app.Services.GetRequiredService<RedisServer>();

    public int Port => Server.Port;

    public static async Task RunAsync(RedisSettings settings, CancellationToken cancellationToken)
    {
        await using var host = await StartAsync(settings, cancellationToken: cancellationToken);
        RedisBanner.Write(Console.Out, settings, host.Port);
        await host._app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>Loads the data and listens. <paramref name="logging"/> lets tests be quiet.</summary>
    public static async Task<RedisHost> StartAsync(RedisSettings settings, Action<ILoggingBuilder>? logging = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.Configuration["urls"] = null; // not HTTP: addresses for web servers do not concern it
        builder.Configuration["http_ports"] = null;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<RedisServer>();
        builder.Services.AddHostedService<Housekeeping>();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning); // it would call the address a web server's
        logging?.Invoke(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Parse(settings.Bind), settings.Port, listen => listen.UseConnectionHandler<RedisConnectionHandler>()));

        var app = builder.Build();
        var host = new RedisHost(app);
        try
        {
            host.Server.Stop = app.Lifetime.StopApplication;
            await Restore.RunAsync(host.Server, app.Services.GetRequiredService<ILoggerFactory>().CreateLogger<AppendLog>());
            await app.StartAsync(cancellationToken);
            host.Server.Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var server = Server;
        await _app.StopAsync();
        await _app.DisposeAsync();
        server.Log?.Dispose();
    }
}
