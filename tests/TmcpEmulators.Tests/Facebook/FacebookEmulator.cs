using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using TmcpEmulators.Facebook;
using TmcpEmulators.Tests.Hosting;

namespace TmcpEmulators.Tests.Facebook;

/// <summary>A running emulator with a clock that stands still.</summary>
internal sealed class FacebookEmulator : IAsyncDisposable
{
    public const string Page = "100200300";
    public const string Token = "t0ken-never-to-be-seen";
    private readonly RunningHost _host;

    private FacebookEmulator(RunningHost host) => _host = host;

    public ManualClock Clock => _host.Clock;

    public string Address => _host.Address;

    public HttpClient Client => _host.Client;

    public static async Task<FacebookEmulator> StartAsync(Func<FacebookSettings, FacebookSettings>? change = null, ILoggerProvider? logs = null)
    {
        var settings = new FacebookSettings { Urls = "http://127.0.0.1:0", CallLimit = 1000, PostLimit = 1000 };
        return new FacebookEmulator(await RunningHost.StartAsync(adapt => FacebookHost.Create(change is null ? settings : change(settings), adapt), logs));
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response);
    }

    /// <summary>A form with the token, on the feed of the page.</summary>
    public Task<(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)> PostAsync(params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, $"/v24.0/{Page}/feed", Form(fields));

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Append(("access_token", Token)).DistinctBy(field => field.Item1).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    public async Task<JsonArray> PostsAsync() => (JsonArray)(await SendAsync(HttpMethod.Get, "/api/posts")).Body!;

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
