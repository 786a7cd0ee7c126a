using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class SseProtocolTests(PocketBaseFixture fixture)
{
    [Fact]
    public async Task First_event_names_where_to_post()
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var one = await RawSse.OpenAsync(bridge);
        await using var two = await RawSse.OpenAsync(bridge);

        Assert.Matches(new Regex("^/messages/\\?session_id=[0-9a-f]{32}$"), one.Endpoint);
        Assert.NotEqual(one.SessionId, two.SessionId);
    }

    [Theory]
    [InlineData("/tools/bridge", "/tools/bridge/messages/")]
    [InlineData("/bridge/", "/bridge/messages/")]
    [InlineData("//evil.example", "/messages/")]
    [InlineData("/a b", "/messages/")]
    public async Task Stripped_prefix_is_put_back(string prefix, string expected)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var stream = await RawSse.OpenAsync(bridge, token: null, ("X-Forwarded-Prefix", prefix));

        Assert.StartsWith($"{expected}?session_id=", stream.Endpoint);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?session_id=", HttpStatusCode.BadRequest)]
    [InlineData("?session_id=../../mcp", HttpStatusCode.BadRequest)]
    [InlineData("?session_id=00000000000000000000000000000000", HttpStatusCode.NotFound)]
    public async Task Message_for_no_session_is_refused(string query, HttpStatusCode status)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();

        using var answer = await http.PostAsync($"messages/{query}", new StringContent("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("42", "application/json")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", "text/plain")]
    public async Task Message_that_is_none_is_refused(string body, string type)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var stream = await RawSse.OpenAsync(bridge);
        using var http = bridge.CreateHttpClient();

        using var answer = await http.PostAsync($"messages/?session_id={stream.SessionId}", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task One_session_too_many_is_refused_until_another_ends()
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address, clock: null, ("Bridge:MaxSessions", "2"));
        var first = await RawSse.OpenAsync(bridge);
        await using var second = await RawSse.OpenAsync(bridge);
        using var http = bridge.CreateHttpClient();

        using (var refused = await http.GetAsync("sse", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        await first.DisposeAsync();
        using var retried = await Eventually.Async(
            () => http.GetAsync("sse", HttpCompletionOption.ResponseHeadersRead), answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, retried.StatusCode);
    }

    [Fact]
    public async Task Session_ends_when_its_client_is_silent_for_too_long()
    {
        var clock = new ManualClock();
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address, clock, ("Bridge:SessionIdleTimeout", "00:10:00"));
        await using var stream = await RawSse.OpenAsync(bridge);
        await stream.InitializeAsync();

        clock.Advance(TimeSpan.FromMinutes(9));
        await stream.RequestAsync("tools/list", new { });
        clock.Advance(TimeSpan.FromMinutes(9));
        await stream.RequestAsync("tools/list", new { });
        clock.Advance(TimeSpan.FromMinutes(10));

        await stream.WaitForEndAsync();
        using var late = await stream.PostAsync(new { jsonrpc = "2.0", id = 99, method = "ping" });
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task Quiet_stream_carries_comments_that_keep_it_open()
    {
        var clock = new ManualClock();
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address, clock, ("Bridge:KeepAlive", "00:00:15"));
        using var http = bridge.CreateHttpClient();
        using var answer = await http.GetAsync("sse", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: endpoint", await reader.ReadLineAsync());
        Assert.StartsWith("data: /messages/", await reader.ReadLineAsync());
        Assert.Equal("", await reader.ReadLineAsync());

        var line = reader.ReadLineAsync();
        await Eventually.Async(
            () =>
            {
                // The timer starts a moment after the first event has gone out.
                clock.Advance(TimeSpan.FromSeconds(15));
                return Task.FromResult(line.IsCompleted);
            },
            completed => completed);

        Assert.Equal(": keep-alive", await line);
    }

    [Fact]
    public async Task Stop_ends_open_streams_and_does_not_wait_for_them()
    {
        var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var stream = await RawSse.OpenAsync(bridge, fixture.Alice.Token);
        await stream.InitializeAsync();

        var stopping = Stopwatch.StartNew();
        await bridge.DisposeAsync();
        await stream.WaitForEndAsync();

        // 0.1 s on an idle machine; the host would cut them off after 5 s.
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
    }
}
