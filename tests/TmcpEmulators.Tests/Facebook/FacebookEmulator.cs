using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using TmcpEmulators.Facebook;

namespace TmcpEmulators.Tests.Facebook;

/// <summary>A running emulator with a clock that stands still.</summary>
internal sealed class FacebookEmulator : IAsyncDisposable
{
    public const string Page = "100200300";
    public const string Token = "t0ken-never-to-be-seen";
    private readonly WebApplication _app;

    private FacebookEmulator(WebApplication app, ManualClock clock, string address)
    {
        (_app, Clock, Address) = (app, clock, address);
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public ManualClock Clock { get; }

    public string Address { get; }

    public HttpClient Client { get; }

    public static async Task<FacebookEmulator> StartAsync(Func<FacebookSettings, FacebookSettings>? change = null, ILoggerProvider? logs = null)
    {
        var settings = new FacebookSettings { Urls = "http://127.0.0.1:0", CallLimit = 1000, PostLimit = 1000 };
        var clock = new ManualClock();
        var app = FacebookHost.Create(change is null ? settings : change(settings), builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
            if (logs is not null)
                builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        });
        await app.StartAsync();
        return new FacebookEmulator(app, clock, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
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

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
