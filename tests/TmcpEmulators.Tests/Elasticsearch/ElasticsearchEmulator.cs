using System.Text;
using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;
using TmcpEmulators.Elasticsearch;
using TmcpEmulators.Tests.Hosting;

namespace TmcpEmulators.Tests.Elasticsearch;

/// <summary>A running emulator. Its clock stands at 2026-01-01T00:00:00Z until a test moves it.</summary>
internal sealed class ElasticsearchEmulator : IAsyncDisposable
{
    private readonly RunningHost _host;

    private ElasticsearchEmulator(RunningHost host) => _host = host;

    public ManualClock Clock => _host.Clock;

    public string Address => _host.Address;

    public HttpClient Client => _host.Client;

    public static async Task<ElasticsearchEmulator> StartAsync(Func<ElasticsearchSettings, ElasticsearchSettings>? change = null)
    {
        var settings = new ElasticsearchSettings { Urls = "http://127.0.0.1:0" };
        return new ElasticsearchEmulator(await RunningHost.StartAsync(adapt => ElasticsearchHost.Create(change is null ? settings : change(settings), adapt)));
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

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
