using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>The older transport by hand: what is on the wire, and headers that differ between the stream and the messages.</summary>
internal sealed class RawSse : IAsyncDisposable
{
    private static readonly TimeSpan EventTimeout = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;
    private int _lastId;

    private RawSse(HttpClient http, HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events, string endpoint) =>
        (_http, _response, _events, Endpoint) = (http, response, events, endpoint);

    /// <summary>Data of the first event.</summary>
    public string Endpoint { get; }

    public string SessionId => Endpoint[(Endpoint.IndexOf('=', StringComparison.Ordinal) + 1)..];

    public static async Task<RawSse> OpenAsync(BridgeHost bridge, string? token = null, params (string Name, string Value)[] headers)
    {
        var http = bridge.CreateHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "sse") { Headers = { Authorization = Bearer(token) } };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);

        var events = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(EventTimeout));
        Assert.Equal("endpoint", events.Current.EventType);
        return new RawSse(http, response, events, events.Current.Data);
    }

    public Task<HttpResponseMessage> PostAsync(object message, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"messages/?session_id={SessionId}")
        {
            Content = JsonContent.Create(message),
            Headers = { Authorization = Bearer(token) },
        };
        return _http.SendAsync(request);
    }

    public async Task InitializeAsync()
    {
        await RequestAsync("initialize", new { protocolVersion = "2024-11-05", capabilities = new { }, clientInfo = new { name = "raw", version = "1" } });
        using var accepted = await PostAsync(new { jsonrpc = "2.0", method = "notifications/initialized" });
        Assert.Equal(202, (int)accepted.StatusCode);
    }

    /// <summary>Calls a tool and returns the text of its result.</summary>
    public async Task<string> CallAsync(string name, object arguments, string? token = null)
    {
        var answer = await RequestAsync("tools/call", new { name, arguments }, token);
        return (string)answer["result"]!["content"]![0]!["text"]!;
    }

    public async Task<JsonNode> RequestAsync(string method, object parameters, string? token = null)
    {
        using var accepted = await PostAsync(new { jsonrpc = "2.0", id = ++_lastId, method, @params = parameters }, token);
        Assert.Equal(202, (int)accepted.StatusCode);
        Assert.True(await NextAsync());
        Assert.Equal("message", _events.Current.EventType);
        var answer = JsonNode.Parse(_events.Current.Data)!;
        Assert.Equal(_lastId, (int?)answer["id"]);
        return answer;
    }

    /// <summary>Waits for the end of the stream.</summary>
    public async Task WaitForEndAsync()
    {
        try
        {
            while (await NextAsync())
            {
                // Whatever was still under way.
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The connection was cut, which ends the stream as well.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        _http.Dispose();
        await _events.DisposeAsync();
    }

    private Task<bool> NextAsync() => _events.MoveNextAsync().AsTask().WaitAsync(EventTimeout);

    private static AuthenticationHeaderValue? Bearer(string? token) => token is null ? null : new("Bearer", token);
}
