using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>The bridge on a real loopback port, with settings of the test, its clock and its log in reach.</summary>
internal sealed class BridgeHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings;
    private readonly TimeProvider? _clock;

    private BridgeHost(Dictionary<string, string?> settings, TimeProvider? clock)
    {
        (_settings, _clock) = (settings, clock);
        UseKestrel(0);
    }

    public CapturedLog CapturedLog { get; } = new();

    /// <summary>Root address, with a slash at the end.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal) + "/");

    public static BridgeHost Start(Uri pocketBase, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
        all["PocketBase:Url"] = pocketBase.ToString();
        var host = new BridgeHost(all, clock);
        host.StartServer();
        return host;
    }

    /// <summary>A bridge that answers callers without a token as PocketBase's superuser.</summary>
    public static BridgeHost StartAsAdmin(PocketBaseServer pocketBase, params (string Key, string Value)[] settings) => Start(
        pocketBase.Address,
        clock: null,
        [
            ("PocketBase:User", pocketBase.AdminEmail),
            ("PocketBase:Password", pocketBase.AdminPassword),
            ("Bridge:AnonymousCallers", "ServiceAccount"),
            .. settings,
        ]);

    public HttpClient CreateHttpClient() => new() { BaseAddress = Address };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(_settings));
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(CapturedLog));
        builder.ConfigureTestServices(services =>
        {
            if (_clock is not null)
                services.AddSingleton(_clock);
        });
    }
}
