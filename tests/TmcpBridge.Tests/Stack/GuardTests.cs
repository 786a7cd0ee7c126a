using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class GuardTests(PocketBaseFixture fixture)
{
    private const string ListTools = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Host", "127.0.0.1.nip.io:7999", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Host", "bridge-service", HttpStatusCode.OK)]
    [InlineData("Host", "bridge-service.tmcp-marketing.svc.cluster.local", HttpStatusCode.OK)]
    [InlineData("Host", "tools.example", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:6274", HttpStatusCode.OK)]
    [InlineData("Origin", "https://pages.example", HttpStatusCode.OK)]
    public async Task Only_own_names_and_known_pages_may_call(string header, string value, HttpStatusCode expected)
    {
        await using var bridge = await BridgeHost.StartAsync(
            fixture.PocketBase.Address, clock: null, ("Bridge:AllowedHosts:0", "tools.example"), ("Bridge:AllowedOrigins:0", "https://pages.example"));
        using var http = bridge.CreateHttpClient();

        foreach (var (method, path) in new[] { (HttpMethod.Post, "mcp"), (HttpMethod.Get, "sse"), (HttpMethod.Post, "messages/?session_id=00000000000000000000000000000000") })
        {
            using var request = Request(method, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var allowed = path.StartsWith("messages", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            Assert.Equal(expected == HttpStatusCode.OK ? allowed : expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Probes_may_come_by_any_name()
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "alive") { Headers = { Host = "10.1.2.3:7999" } };

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json", ListTools, HttpStatusCode.NotAcceptable)]
    [InlineData("application/json, text/event-stream", "[" + ListTools + "]", HttpStatusCode.BadRequest)]
    [InlineData("application/json, text/event-stream", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json, text/event-stream", """{"jsonrpc":"2.0","method":"notifications/initialized"}""", HttpStatusCode.Accepted)]
    [InlineData("application/json, text/event-stream", ListTools, HttpStatusCode.OK)]
    public async Task Streamable_post_answers_by_the_protocol(string accept, string body, HttpStatusCode expected)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();
        using var request = Request(HttpMethod.Post, "mcp", body, accept);

        using var answer = await http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Streamable_transport_has_no_sessions(string method)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();

        using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "mcp"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Body_larger_than_allowed_is_refused()
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address, clock: null, ("Bridge:MaxRequestBytes", "2048"));
        using var http = bridge.CreateHttpClient();
        using var request = Request(HttpMethod.Post, "mcp", $$"""{"jsonrpc":"2.0","id":1,"method":"{{new string('x', 4_000)}}"}""");

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_protocol_version_is_refused()
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();
        using var request = Request(HttpMethod.Post, "mcp");
        request.Headers.Add("MCP-Protocol-Version", "1999-01-01");

        using var answer = await http.SendAsync(request);

        Assert.Contains("-32022", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string body = ListTools, string accept = "application/json, text/event-stream")
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var type in accept.Split(", "))
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        if (method == HttpMethod.Post)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }
}
