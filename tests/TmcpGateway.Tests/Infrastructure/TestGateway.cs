using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Tmcp.Gateway.Tests.Infrastructure;

/// <summary>The gateway's own program in this process, listening on a real loopback socket.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestGateway(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Client = CreateClient();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client that follows, decodes and remembers nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts a gateway. A route is "path resource address", with " keep" behind it to keep the prefix.</summary>
    public static Task<TestGateway> StartAsync(params string[] routes) => StartAsync([], routes);

    /// <inheritdoc cref="StartAsync(string[])"/>
    public static async Task<TestGateway> StartAsync(Dictionary<string, string> settings, params string[] routes)
    {
        var arguments = new List<string> { "--urls=http://127.0.0.1:0", $"--contentRoot={AppContext.BaseDirectory}", "--Logging:LogLevel:Default=None" };
        arguments.AddRange(settings.Select(setting => $"--{setting.Key}={setting.Value}"));
        for (var index = 0; index < routes.Length; index++)
        {
            var parts = routes[index].Split(' ');
            arguments.AddRange(parts.Zip(["Path", "Resource", "Address", "StripPrefix"],
                (value, name) => $"--Gateway:Routes:{index}:{name}={(name == "StripPrefix" ? "false" : value)}"));
        }

        var app = GatewayApplication.Create([.. arguments]);
        try
        {
            await app.StartAsync();
            return new TestGateway(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another client with connections of its own.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Asks the gateway to stop, as SIGTERM does.</summary>
    public void RequestStop() => _app.Lifetime.StopApplication();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
