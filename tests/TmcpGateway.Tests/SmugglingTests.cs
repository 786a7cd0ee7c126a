using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

/// <summary>A request that two servers could read differently must not become two requests at the resource.</summary>
public sealed class SmugglingTests
{
    private const string Hidden = "GET /pb/hidden HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 0\r\nContent-Length: 63\r\n\r\n")]
    [InlineData("Content-Length: 0, 63\r\n\r\n")]
    [InlineData("Content-Length: +0\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 0x0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: \0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0;\n\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n")]
    [InlineData("Host: b\r\nContent-Length: 0\r\n\r\n")]
    public async Task An_ambiguous_request_is_refused_or_passed_on_as_one(string rest)
    {
        await using var resource = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, $"POST /pb/open HTTP/1.1\r\nHost: a\r\n{rest}{Hidden}");

        // What follows is a request of its own for the gateway too, or nothing at all: as many answers as requests.
        var answers = answer.Split("HTTP/1.1 ").Length - 1;
        Assert.True(answers >= 1, "no answer");
        Assert.InRange(resource.Targets.Count(target => target == "/hidden"), 0, answers - 1);
        Assert.InRange(resource.Targets.Count, 0, answers);
        Assert.DoesNotContain(resource.Targets, target => target is not ("/open" or "/hidden"));
    }

    [Fact]
    public async Task A_body_that_looks_like_a_request_stays_a_body()
    {
        var bodies = new List<string>();
        await using var resource = await Upstream.StartAsync(async context => bodies.Add(await new StreamReader(context.Request.Body).ReadToEndAsync()));
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");

        await RawClient.SendAsync(gateway.Address, $"POST /pb/open HTTP/1.1\r\nHost: a\r\nContent-Length: {Hidden.Length}\r\nConnection: close\r\n\r\n{Hidden}");

        Assert.Equal(["/open"], resource.Targets);
        Assert.Equal([Hidden], bodies);
    }

    [Theory]
    [InlineData("/pb/x%0d%0aX-Injected:%201")]
    [InlineData("/pb/x?next=%0d%0aX-Injected:%201")]
    public async Task Escaped_line_breaks_stay_escaped(string target)
    {
        await using var resource = await Upstream.StartAsync(context =>
        {
            Assert.DoesNotContain("X-Injected", context.Request.Headers.Keys);
            return Task.CompletedTask;
        });
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}", $"/hub hub {resource.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, $"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        var redirect = await RawClient.SendAsync(gateway.Address, "GET /hub?%0d%0aX-Injected:%201 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Equal([target[3..]], resource.Targets);
        Assert.DoesNotContain("\nX-Injected", redirect, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_answer_of_the_resource_is_never_given_to_the_next_caller()
    {
        await using var resource = RawUpstream.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");

        Assert.Equal("ok", await gateway.Client.GetStringAsync("/pb/1"));
        Assert.Equal("ok", await gateway.Client.GetStringAsync("/pb/2"));
    }
}
