using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using TmcpEmulators.Discord;
using TmcpEmulators.Tests.Hosting;

namespace TmcpEmulators.Tests.Discord;

/// <summary>A running emulator with a clock that stands still.</summary>
internal sealed class DiscordEmulator : IAsyncDisposable
{
    public const string Id = "100000000000000001";
    public const string Token = "t0ken-never-to-be-seen";
    private readonly RunningHost _host;

    private DiscordEmulator(RunningHost host) => _host = host;

    public ManualClock Clock => _host.Clock;

    public string Address => _host.Address;

    public HttpClient Client => _host.Client;

    public static async Task<DiscordEmulator> StartAsync(Func<DiscordSettings, DiscordSettings>? change = null, ILoggerProvider? logs = null)
    {
        var settings = new DiscordSettings { Urls = "http://127.0.0.1:0", WebhookId = Id, WebhookToken = Token, RateLimit = 1000 };
        return new DiscordEmulator(await RunningHost.StartAsync(adapt => DiscordHost.Create(change is null ? settings : change(settings), adapt), logs));
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

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
