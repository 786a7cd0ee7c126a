using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

public sealed class BodyTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 5)]
    [InlineData(true, 300_000)]
    [InlineData(false, 5)]
    [InlineData(false, 300_000)]
    public async Task A_body_passes_both_ways_with_its_framing(bool withLength, int size)
    {
        var body = RandomNumberGenerator.GetBytes(size);
        await using var echo = await Upstream.StartAsync(async context =>
        {
            context.Response.Headers["X-Length"] = context.Request.ContentLength?.ToString() ?? "chunked";
            context.Response.ContentLength = context.Request.ContentLength;
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {echo.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = !withLength;

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(body, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(withLength ? $"{size}" : "chunked", answer.Headers.GetValues("X-Length").Single());
        Assert.Equal(withLength, answer.Headers.TransferEncodingChunked != true);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    [InlineData("GET")]
    public async Task Every_method_passes_with_and_without_a_body(string method)
    {
        await using var echo = await Upstream.StartAsync(async context =>
            await context.Response.WriteAsync($"{context.Request.Method} {await new StreamReader(context.Request.Body).ReadToEndAsync()}"));
        await using var gateway = await TestGateway.StartAsync($"/ blog {echo.Address}");

        using var with = await gateway.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/") { Content = new StringContent("body") });
        using var without = await gateway.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"));

        Assert.Equal($"{method} body", await with.Content.ReadAsStringAsync());
        Assert.Equal($"{method} ", await without.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_upload_of_100_MB_flows_through_without_being_stored()
    {
        const long size = 100L * 1024 * 1024;
        var arrived = 0L;
        await using var resource = await Upstream.StartAsync(async context =>
        {
            var buffer = new byte[64 * 1024];
            for (int count; (count = await context.Request.Body.ReadAsync(buffer)) > 0;)
                arrived += count;
            await context.Response.WriteAsync("stored");
        });
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");
        using var content = new StreamContent(new ZeroStream(size), 64 * 1024);
        content.Headers.ContentLength = size;
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var answer = await gateway.Client.PostAsync("/pb/upload", content);

        Assert.Equal("stored", await answer.Content.ReadAsStringAsync());
        Assert.Equal(size, arrived);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20L * 1024 * 1024);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused(bool withLength)
    {
        await using var resource = await Upstream.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        await using var gateway = await TestGateway.StartAsync(new Dictionary<string, string> { ["Gateway:MaxRequestBodyBytes"] = "1000" }, $"/ blog {resource.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(new byte[100_000]) };
        request.Headers.TransferEncodingChunked = !withLength;

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("urn:tmcp:gateway:bad-request", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_HEAD_has_the_headers_of_GET_and_no_body()
    {
        await using var resource = await Upstream.StartAsync(context =>
        {
            context.Response.ContentLength = 12345;
            context.Response.Headers.ETag = "\"v1\"";
            return Task.CompletedTask;
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        using var answer = await gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal((12345, "\"v1\""), (answer.Content.Headers.ContentLength, answer.Headers.ETag?.Tag));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("204 No Content", "")]
    [InlineData("304 Not Modified", "ETag: \"v1\"\r\n")]
    [InlineData("304 Not Modified", "ETag: \"v1\"\r\nContent-Length: 12345\r\n")]
    [InlineData("404 Not Found", "Content-Length: 0\r\n")]
    [InlineData("500 Internal Server Error", "Content-Length: 0\r\n")]
    [InlineData("302 Found", "Location: http://elsewhere.example/x\r\nContent-Length: 0\r\n")]
    public async Task An_answer_without_a_body_passes_as_it_is(string status, string headers)
    {
        await using var resource = RawUpstream.Answering($"HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status}\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("problem+json", answer, StringComparison.Ordinal);
        foreach (var header in headers.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(header, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_is_answered_by_the_resource()
    {
        await using var resource = await Upstream.StartAsync(context => Results.Bytes("0123456789"u8.ToArray(), "text/plain", enableRangeProcessing: true).ExecuteAsync(context));
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pb/file");
        request.Headers.Range = new RangeHeaderValue(2, 5);

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("bytes 2-5/10", answer.Content.Headers.ContentRange?.ToString());
        Assert.Equal("2345", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_compressed_answer_is_not_touched()
    {
        byte[] packed = [0x1f, 0x8b, 8, 0, 1, 2, 3];
        await using var resource = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed).AsTask();
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        Assert.Equal(packed, await gateway.Client.GetByteArrayAsync("/"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_that_waits_for_100_continue_sends_its_body_only_when_the_resource_wants_it(bool wanted)
    {
        await using var resource = await Upstream.StartAsync(async context =>
        {
            if (wanted)
                await context.Request.Body.CopyToAsync(Stream.Null);
            else
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        var stream = client.GetStream();

        await stream.WriteAsync("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"u8.ToArray());
        var first = await RawUpstream.ReadHeadAsync(stream, CancellationToken.None);

        Assert.StartsWith(wanted ? "HTTP/1.1 100 Continue" : "HTTP/1.1 413", first, StringComparison.Ordinal);
        if (wanted)
        {
            await stream.WriteAsync(new byte[4000]);
            Assert.StartsWith("HTTP/1.1 200", await RawUpstream.ReadHeadAsync(stream, CancellationToken.None), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_caller_of_HTTP_1_0_gets_an_answer_it_understands()
    {
        await using var resource = await Upstream.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first ");
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync("second");
        });
        await using var gateway = await TestGateway.StartAsync($"/ blog {resource.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, "GET / HTTP/1.0\r\n\r\n");

        Assert.EndsWith("\r\n\r\nfirst second", answer, StringComparison.Ordinal);
    }
}
