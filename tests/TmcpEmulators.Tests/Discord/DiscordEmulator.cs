using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using TmcpEmulators.Discord;

namespace TmcpEmulators.Tests.Discord;

/// <summary>A running emulator with a clock that stands still.</summary>
internal sealed class DiscordEmulator : IAsyncDisposable
{
    public const string Id = "100000000000000001";
    public const string Token = "t0ken-never-to-be-seen";
    private readonly WebApplication _app;

    private DiscordEmulator(WebApplication app, ManualClock clock, string address)
    {
        (_app, Clock, Address) = (app, clock, address);
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public ManualClock Clock { get; }

    public string Address { get; }

    public HttpClient Client { get; }

    public static async Task<DiscordEmulator> StartAsync(Func<DiscordSettings, DiscordSettings>? change = null, ILoggerProvider? logs = null)
    {
        var settings = new DiscordSettings { Urls = "http://127.0.0.1:0", WebhookId = Id, WebhookToken = Token, RateLimit = 1000 };
        var clock = new ManualClock();
        var app = DiscordHost.Create(change is null ? settings : change(settings), builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
            if (logs is not null)
                builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        });
        await app.StartAsync();
        return new DiscordEmulator(app, clock, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response);
    }

    public Task<(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)> PostAsync(string body, string query = "?wait=true") =>
        SendAsync(HttpMethod.Post, $"/api/webhooks/{Id}/{Token}{query}", body);

    public async Task<JsonArray> InboxAsync() => (JsonArray)(await SendAsync(HttpMethod.Get, "/api/inbox")).Body!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
