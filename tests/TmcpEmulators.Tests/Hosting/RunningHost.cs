using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Hosting;

/// <summary>An emulator's web host on a port that the system chose. Its clock stands at 2026-01-01T00:00:00Z until a test moves it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(WebApplication app, ManualClock clock)
    {
        (_app, Clock) = (app, clock);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public ManualClock Clock { get; }

    public string Address { get; }

    public HttpClient Client { get; }

    /// <summary>Starts what <paramref name="create"/> makes of its settings and of what a test replaces. Without <paramref name="logs"/> it logs nothing.</summary>
    public static async Task<RunningHost> StartAsync(Func<Action<WebApplicationBuilder>, WebApplication> create, ILoggerProvider? logs = null)
    {
        var clock = new ManualClock();
        var app = create(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
            if (logs is not null)
                builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        });
        await app.StartAsync();
        return new RunningHost(app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
