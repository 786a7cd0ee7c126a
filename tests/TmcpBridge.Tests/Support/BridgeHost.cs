using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.ServiceDefaults.Redis;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>The bridge on a real loopback port, with settings of the test, its clock and its log in reach.</summary>
internal sealed class BridgeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BridgeHost(WebApplication app, CapturedLog log) => (_app, CapturedLog) = (app, log);

    public CapturedLog CapturedLog { get; }

    /// <summary>Root address, with a slash at the end.</summary>
    public Uri Address => new(_app.Urls.First() + "/");

    public static async Task<BridgeHost> StartAsync(Uri pocketBase, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var log = new CapturedLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("PocketBase:Url", (string?)pocketBase.ToString())]);
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter(category: null, LogLevel.Trace).AddProvider(log);
        var app = BridgeApplication.Build(builder, services =>
        {
            if (clock is not null)
                services.AddSingleton(clock);
        });
        await app.StartAsync();
        return new BridgeHost(app, log);
    }

    /// <summary>A bridge that answers callers without a token as PocketBase's superuser.</summary>
    public static Task<BridgeHost> StartAsAdminAsync(PocketBaseServer pocketBase) => StartAsync(
        pocketBase.Address,
        clock: null,
        ("PocketBase:User", pocketBase.AdminEmail),
        ("PocketBase:Password", pocketBase.AdminPassword),
        ("Bridge:AnonymousCallers", "ServiceAccount"));

    /// <summary>For what must be in Redis: until that answers, the bridge goes on without it.</summary>
    public async Task UntilRedisAnswersAsync()
    {
        var redis = _app.Services.GetRequiredService<RedisConnection>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await redis.PingAsync() is not null)
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
    }

    public HttpClient CreateHttpClient() => new() { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
