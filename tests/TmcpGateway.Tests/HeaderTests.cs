using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

public sealed class HeaderTests
{
    [Fact]
    public async Task The_resource_learns_who_asked_for_what()
    {
        var seen = await SeenByResourceAsync([], "GET /pb/x HTTP/1.1\r\nHost: tmcp.example:8080\r\n");

        Assert.Equal("127.0.0.1", seen["X-Forwarded-For"]);
        Assert.Equal("http", seen["X-Forwarded-Proto"]);
        Assert.Equal("tmcp.example:8080", seen["X-Forwarded-Host"]);
        Assert.Equal("/pb", seen["X-Forwarded-Prefix"]);
        Assert.Equal("tmcp.example:8080", seen["Host"]);
    }

    [Fact]
    public async Task A_caller_cannot_claim_to_be_somebody_else()
    {
        var seen = await SeenByResourceAsync([], "GET /pb/x HTTP/1.1\r\nHost: a\r\n" + Claims);

        Assert.Equal("127.0.0.1", seen["X-Forwarded-For"]);
        Assert.Equal("http", seen["X-Forwarded-Proto"]);
        Assert.Equal("a", seen["X-Forwarded-Host"]);
        Assert.DoesNotContain("Forwarded", seen.Keys);
        Assert.DoesNotContain("X-Real-IP", seen.Keys);
        Assert.DoesNotContain("X-Original-URL", seen.Keys);
        Assert.DoesNotContain(seen.Values, value => value.Contains("6.6.6.6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_its_claims_are_kept_and_added_to()
    {
        var trust = new Dictionary<string, string> { ["Gateway:TrustForwardedHeaders"] = "true" };

        var seen = await SeenByResourceAsync(trust, "GET /pb/x HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: /outer\r\n" + Claims);

        Assert.Equal("6.6.6.6, 127.0.0.1", seen["X-Forwarded-For"]);
        Assert.Equal("https", seen["X-Forwarded-Proto"]);
        Assert.Equal("claimed", seen["X-Forwarded-Host"]);
        Assert.Equal("/outer/pb", seen["X-Forwarded-Prefix"]);
    }

    [Fact]
    public async Task Headers_of_the_connection_stay_on_it_and_all_others_pass()
    {
        var seen = await SeenByResourceAsync([],
            "GET /pb/x HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, X-Mine , x-also\r\nX-Mine: 1\r\nX-Also: 2\r\nKeep-Alive: timeout=5\r\nTE: trailers\r\n"
            + "Proxy-Authorization: Basic x\r\nProxy-Connection: keep-alive\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\nTrailer: X-T\r\n"
            + "Authorization: Bearer t\r\nCookie: a=1; b=2\r\nX-Tenant: acme\r\nAccept-Encoding: gzip\r\nX-Empty:\r\nX-Bytes: caf\u00e9 \u00ff\r\nX-Twice: 1\r\nX-Twice: 2\r\n");

        foreach (var gone in (string[])["Connection", "X-Mine", "X-Also", "Keep-Alive", "TE", "Proxy-Authorization", "Proxy-Connection", "Upgrade", "HTTP2-Settings", "Trailer"])
            Assert.DoesNotContain(gone, seen.Keys);
        Assert.Equal("Bearer t", seen["Authorization"]);
        Assert.Equal("a=1; b=2", seen["Cookie"]);
        Assert.Equal("acme", seen["X-Tenant"]);
        Assert.Equal("gzip", seen["Accept-Encoding"]);
        Assert.Equal("", seen["X-Empty"]);
        Assert.Equal("caf\u00e9 \u00ff", seen["X-Bytes"]);
        Assert.Equal("1, 2", seen["X-Twice"]);
    }

    [Fact]
    public async Task Headers_of_the_answer_pass_except_those_of_the_connection()
    {
        await using var resource = RawUpstream.Answering(
            "HTTP/1.1 418 Short and stout\r\nConnection: close, X-Mine\r\nX-Mine: 1\r\nKeep-Alive: timeout=5\r\nProxy-Authenticate: Basic\r\nUpgrade: h2c\r\n"
            + "Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT\r\nDate: Wed, 21 Oct 2026 07:28:00 GMT\r\nServer: resource\r\n"
            + "Content-Type: text/plain\r\nContent-Encoding: br\r\nX-Bytes: caf\u00e9\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 418 Short and stout\r\n", answer, StringComparison.Ordinal);
        foreach (var kept in (string[])["Set-Cookie: a=1; Path=/\r\n", "Set-Cookie: b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT\r\n", "Date: Wed, 21 Oct 2026 07:28:00 GMT\r\n",
            "Server: resource\r\n", "Content-Type: text/plain\r\n", "Content-Encoding: br\r\n", "X-Bytes: caf\u00e9\r\n", "Content-Length: 2\r\n", "\r\n\r\nok"])
            Assert.Contains(kept, answer, StringComparison.Ordinal);
        foreach (var gone in (string[])["X-Mine", "Keep-Alive", "Proxy-Authenticate", "Upgrade", "Kestrel"])
            Assert.DoesNotContain(gone, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60 * 1024, 1000, HttpStatusCode.OK)]
    [InlineData(100, 30 * 1024, HttpStatusCode.OK)]
    [InlineData(70 * 1024, 1000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData(100, 40 * 1024, HttpStatusCode.RequestUriTooLong)]
    public async Task Large_headers_and_queries_pass_up_to_the_limit(int headerLength, int queryLength, HttpStatusCode expected)
    {
        await using var resource = await Upstream.StartAsync(context => context.Response.WriteAsync($"{context.Request.Headers["X-Large"].ToString().Length}"));
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pb/x?" + new string('q', queryLength));
        request.Headers.Add("X-Large", new string('h', headerLength));

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        if (answer.IsSuccessStatusCode)
            Assert.Equal($"{headerLength}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on_through_a_span_of_the_gateway()
    {
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        const string parent = "b7ad6b7169203331";
        // What the exporter is when telemetry is on.
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);

        var seen = await SeenByResourceAsync([], $"GET /pb/x HTTP/1.1\r\nHost: a\r\ntraceparent: 00-{trace}-{parent}-01\r\ntracestate: v=1\r\n");

        Assert.True(ActivityContext.TryParse(seen["traceparent"], seen["tracestate"], out var context));
        Assert.Equal(trace, context.TraceId.ToString());
        Assert.NotEqual(parent, context.SpanId.ToString());
        Assert.Equal("v=1", context.TraceState);
    }

    private const string Claims = "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: claimed\r\nForwarded: for=6.6.6.6\r\nX-Real-IP: 6.6.6.6\r\nX-Original-URL: /6.6.6.6\r\n";

    private static async Task<Dictionary<string, string>> SeenByResourceAsync(Dictionary<string, string> settings, string head)
    {
        await using var resource = await Upstream.StartAsync(context => context.Response.WriteAsync(
            JsonSerializer.Serialize(context.Request.Headers.ToDictionary(pair => pair.Key, pair => string.Join(", ", [.. pair.Value])))));
        await using var gateway = await TestGateway.StartAsync(settings, $"/pb pocketbase {resource.Address}");
        var close = head.Contains("Connection:", StringComparison.Ordinal) ? head.Replace("Connection: ", "Connection: close, ", StringComparison.Ordinal) : head + "Connection: close\r\n";
        var answer = await RawClient.SendAsync(gateway.Address, close + "\r\n");
        var json = answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)];
        return new Dictionary<string, string>(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!, StringComparer.OrdinalIgnoreCase);
    }
}
