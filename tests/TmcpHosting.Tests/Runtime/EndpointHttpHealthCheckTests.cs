using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.Runtime;

public sealed class EndpointHttpHealthCheckTests
{
    private readonly TestResource _web = new("web");
    private Uri? _asked;
    private string? _host;

    [Theory]
    [InlineData(HttpStatusCode.OK, 200, HealthStatus.Healthy)]
    [InlineData(HttpStatusCode.NoContent, 204, HealthStatus.Healthy)]
    [InlineData(HttpStatusCode.NoContent, 200, HealthStatus.Unhealthy)]
    [InlineData(HttpStatusCode.Redirect, 200, HealthStatus.Unhealthy)]
    public async Task The_status_code_has_to_be_exactly_the_expected_one(HttpStatusCode answer, int expected, HealthStatus status)
        => Assert.Equal(status, (await RunAsync(_ => new HttpResponseMessage(answer), expected: expected)).Status);

    [Fact]
    public async Task The_description_says_which_url_answered_what()
    {
        var result = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        {
            Content = new StringContent("{\"status\":\"unhealthy\",\"store\":\"gone\"}", System.Text.Encoding.UTF8, "application/json"),
        });

        Assert.Equal("GET http://localhost:4711/health answered 503, expected 200: {\"status\":\"unhealthy\",\"store\":\"gone\"}.", result.Description);
    }

    [Fact]
    public async Task A_query_is_sent_and_not_shown()
    {
        var result = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.Forbidden), "health?key=hush");

        Assert.Equal("http://localhost:4711/health?key=hush", _asked?.ToString());
        Assert.Equal("GET http://localhost:4711/health answered 403, expected 200.", result.Description);
    }

    [Fact]
    public async Task A_long_answer_is_cut_and_a_page_is_left_out()
    {
        var text = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent(new string('x', 5_000)) });
        Assert.InRange(text.Description!.Length, 200, 300);

        var page = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)
        {
            Content = new StringContent("<html>", System.Text.Encoding.UTF8, "text/html"),
        });
        Assert.EndsWith("expected 200.", page.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_unhealthy_with_its_reason()
    {
        var result = await RunAsync(_ => throw new HttpRequestException("Connection refused"));

        Assert.Equal((HealthStatus.Unhealthy, "GET http://localhost:4711/health failed: Connection refused"), (result.Status, result.Description));
        Assert.IsType<HttpRequestException>(result.Exception);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_unhealthy()
        => Assert.Contains("did not answer within 5 s", (await RunAsync(_ => throw new TaskCanceledException())).Description, StringComparison.Ordinal);

    [Fact]
    public async Task An_endpoint_without_address_is_not_asked()
    {
        var check = new EndpointHttpHealthCheck(new EndpointReference(_web, "http"), "/health", 200, new HttpClient());

        var result = await check.CheckHealthAsync(Context(check));

        Assert.Equal("Endpoint 'http' of 'web' has no address yet.", result.Description);
    }

    [Fact]
    public async Task The_only_process_behind_a_proxy_is_asked_at_its_own_port_by_its_known_name()
    {
        using var process = new TcpListener(IPAddress.Loopback, 0);
        process.Start();
        var address = $"127.0.0.1:{((IPEndPoint)process.LocalEndpoint).Port}";
        var listeners = new EndpointListeners();
        listeners.Set("web-a", address);

        var result = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.OK), listeners: listeners);

        Assert.Equal("GET http://localhost:4711/health answered 200.", result.Description);
        Assert.Equal(($"http://{address}/health", "localhost:4711"), (_asked?.ToString(), _host));
    }

    [Fact]
    public async Task A_process_that_does_not_listen_yet_is_not_asked()
    {
        using var process = new TcpListener(IPAddress.Loopback, 0);
        process.Start();
        var address = $"127.0.0.1:{((IPEndPoint)process.LocalEndpoint).Port}";
        process.Stop();
        var listeners = new EndpointListeners();
        listeners.Set("web-a", address);

        var result = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.OK), listeners: listeners);

        Assert.Equal(
            (HealthStatus.Unhealthy, $"GET http://localhost:4711/health failed: the process does not listen at {address}."), (result.Status, result.Description));
        Assert.Null(_asked);
    }

    [Fact]
    public async Task Without_a_process_the_proxy_is_not_asked()
    {
        var listeners = new EndpointListeners();
        listeners.Set("web-a", "localhost:1");
        listeners.Remove("web-a");

        var result = await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.OK), listeners: listeners);

        Assert.Equal((HealthStatus.Unhealthy, "No process listens behind http://localhost:4711 yet."), (result.Status, result.Description));
    }

    [Fact]
    public async Task With_replicas_the_proxy_chooses()
    {
        var listeners = new EndpointListeners();
        listeners.Set("web-a", "localhost:1");
        listeners.Set("web-b", "localhost:2");

        await RunAsync(_ => new HttpResponseMessage(HttpStatusCode.OK), listeners: listeners);

        Assert.Equal("http://localhost:4711/health", _asked?.ToString());
    }

    private async Task<HealthCheckResult> RunAsync(Func<HttpRequestMessage, HttpResponseMessage> answer, string path = "/health", int expected = 200, EndpointListeners? listeners = null)
    {
        var endpoint = new EndpointAnnotation(System.Net.Sockets.ProtocolType.Tcp, "http", name: "http");
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", 4711);
        endpoint.Listeners = listeners;
        using var client = new HttpClient(new StubHandler(request =>
        {
            (_asked, _host) = (request.RequestUri, request.Headers.Host);
            return answer(request);
        }));
        var check = new EndpointHttpHealthCheck(new EndpointReference(_web, endpoint), path, expected, client);
        return await check.CheckHealthAsync(Context(check));
    }

    private static HealthCheckContext Context(IHealthCheck check) => new() { Registration = new HealthCheckRegistration("check", check, null, null) };

    private sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(answer(request));
    }
}
