using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using TmcpEmulators.Elasticsearch;

namespace TmcpEmulators.Tests.Elasticsearch;

/// <summary>A running emulator. Its clock stands at 2026-01-01T00:00:00Z until a test moves it.</summary>
internal sealed class ElasticsearchEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ElasticsearchEmulator(WebApplication app, ManualClock clock, string address)
    {
        (_app, Clock, Address) = (app, clock, address);
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public ManualClock Clock { get; }

    public string Address { get; }

    public HttpClient Client { get; }

    public static async Task<ElasticsearchEmulator> StartAsync(Func<ElasticsearchSettings, ElasticsearchSettings>? change = null)
    {
        var settings = new ElasticsearchSettings { Urls = "http://127.0.0.1:0" };
        var clock = new ManualClock();
        var app = ElasticsearchHost.Create(change is null ? settings : change(settings), builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        return new ElasticsearchEmulator(app, clock, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Sends what must succeed.</summary>
    public async Task<JsonNode> DoAsync(HttpMethod method, string path, string? body = null)
    {
        var (status, answer) = await SendAsync(method, path, body);
        Assert.True(status is 200 or 201, $"{method} {path} {body}\n{status} {answer}");
        return answer!;
    }

    public async Task<JsonNode> BulkAsync(params string[] lines) => await DoAsync(HttpMethod.Post, "/_bulk", string.Join('\n', lines) + "\n");

    public async Task<JsonNode> SearchAsync(string body, string index = "logs-*") => await DoAsync(HttpMethod.Post, $"/{index}/_search", body);

    /// <summary>Ids of what a query finds, in order of the ids.</summary>
    public async Task<string> FindAsync(string query, string index = "logs-*")
    {
        var found = await SearchAsync($$"""{"size":1000,"query":{{query}}}""", index);
        return string.Join(' ', found["hits"]!["hits"]!.AsArray().Select(hit => (string)hit!["_id"]!).Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
