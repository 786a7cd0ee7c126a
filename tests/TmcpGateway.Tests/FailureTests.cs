using System.Net;
using System.Text.Json.Nodes;
using Tmcp.Gateway.Tests.Infrastructure;
using Tmcp.Tests.Shared;

namespace Tmcp.Gateway.Tests;

public sealed class FailureTests
{
    private static readonly Dictionary<string, string> Impatient = new() { ["Gateway:FirstByteTimeout"] = "00:00:01" };

    [Fact]
    public async Task A_resource_that_does_not_listen_is_502_and_named()
    {
        var port = FreePort.Next();
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase http://127.0.0.1:{port}");

        var problem = await ProblemAsync(await gateway.Client.PostAsync("/pb/x?token=secret", new StringContent("body")), HttpStatusCode.BadGateway);

        Assert.Equal("urn:tmcp:gateway:unreachable", (string)problem["type"]!);
        Assert.Contains($"Resource 'pocketbase' at http://127.0.0.1:{port}: nothing listens there.", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Contains("dashboard", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_name_that_nobody_knows_is_502()
    {
        await using var gateway = await TestGateway.StartAsync("/pb pocketbase http://no-such-host.invalid:8090");

        var problem = await ProblemAsync(await gateway.Client.GetAsync("/pb/x"), HttpStatusCode.BadGateway);

        Assert.Contains("pocketbase", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: nonsense\r\nX-Bad\r\n\r\n")]
    public async Task A_resource_that_speaks_no_HTTP_or_hangs_up_is_502(string answer)
    {
        await using var resource = RawUpstream.Answering(answer);
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");

        var problem = await ProblemAsync(await gateway.Client.GetAsync("/pb/x"), HttpStatusCode.BadGateway);

        Assert.Contains("'pocketbase'", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_that_says_nothing_is_504_and_its_work_is_ended()
    {
        var ended = new TaskCompletionSource();
        await using var resource = await Upstream.StartAsync(context =>
        {
            context.RequestAborted.Register(() => ended.TrySetResult());
            return ended.Task;
        });
        await using var gateway = await TestGateway.StartAsync(Impatient, $"/api/agent agent {resource.Address}");

        var problem = await ProblemAsync(await gateway.Client.GetAsync("/api/agent/x"), HttpStatusCode.GatewayTimeout);

        Assert.Equal("urn:tmcp:gateway:timeout", (string)problem["type"]!);
        Assert.Contains("'agent'", (string)problem["detail"]!, StringComparison.Ordinal);
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("text/event-stream", false)]
    [InlineData("*/*", true)]
    public async Task A_stream_may_be_silent_for_longer_than_the_limit(string accept, bool beginsAtOnce)
    {
        var asked = new TaskCompletionSource();
        var isLate = new TaskCompletionSource();
        await using var resource = await Upstream.StartAsync(async context =>
        {
            if (context.Request.Path == "/silent")
            {
                await isLate.Task;
                return;
            }

            if (beginsAtOnce)
                await context.Response.Body.FlushAsync();
            asked.SetResult();
            await isLate.Task;
            await context.Response.Body.WriteAsync("data: late\n\n"u8.ToArray());
        });
        await using var gateway = await TestGateway.StartAsync(Impatient, $"/api/agent agent {resource.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/agent/chat");
        request.Headers.Accept.ParseAdd(accept);

        var streaming = gateway.Client.SendAsync(request);
        await asked.Task;
        // Asked later and silent no longer than the stream: when this one is given up, the stream is past the limit.
        using var other = await gateway.Client.GetAsync("/api/agent/silent");
        isLate.SetResult();
        using var answer = await streaming;

        Assert.Equal(HttpStatusCode.GatewayTimeout, other.StatusCode);
        Assert.Equal("data: late\n\n", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_next_request_after_a_failure_succeeds()
    {
        var count = 0;
        await using var resource = await Upstream.StartAsync(context =>
        {
            if (Interlocked.Increment(ref count) == 1)
                context.Abort();
            return Task.CompletedTask;
        });
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {resource.Address}");

        using var failed = await gateway.Client.PostAsync("/pb/x", new StringContent("once"));
        using var next = await gateway.Client.PostAsync("/pb/x", new StringContent("once"));

        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.OK, 2), (failed.StatusCode, next.StatusCode, count));
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK, 2)]
    [InlineData("POST", HttpStatusCode.BadGateway, 1)]
    public async Task A_request_on_a_kept_connection_that_closes_under_it_goes_to_a_new_one_unless_it_has_a_body(string method, HttpStatusCode expected, int connections)
    {
        var count = 0;
        await using var resource = new RawUpstream(async (stream, cancellationToken) =>
        {
            Interlocked.Increment(ref count);
            await RawUpstream.ReadHeadAsync(stream, cancellationToken);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), cancellationToken);
            await RawUpstream.ReadHeadAsync(stream, cancellationToken);
        });
        await using var gateway = await TestGateway.StartAsync($"/hub hub {resource.Address}");
        using var first = await gateway.Client.GetAsync("/hub/x");
        using var request = new HttpRequestMessage(new HttpMethod(method), "/hub/x") { Content = method == "POST" ? new StringContent("once") : null };

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, expected, connections), (first.StatusCode, answer.StatusCode, count));
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            return JsonNode.Parse(text)!;
        }
    }
}
