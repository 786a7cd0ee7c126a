using System.Net;
using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("/", "blog /")]
    [InlineData("/about?a=1&b=%20", "blog /about?a=1&b=%20")]
    [InlineData("/pbx", "blog /pbx")]
    [InlineData("/PB/x", "blog /PB/x")]
    [InlineData("/pb/", "pocketbase /")]
    [InlineData("/pb/_/", "pocketbase /_/")]
    [InlineData("/pb/api/health?x=/pb", "pocketbase /api/health?x=/pb")]
    [InlineData("/pb//double", "pocketbase //double")]
    [InlineData("/api/agents", "blog /api/agents")]
    [InlineData("/api/agent/chat", "agent /chat")]
    [InlineData("/api/agent/deep/x", "deep /x")]
    [InlineData("/hub/src/main.tsx", "hub /hub/src/main.tsx")]
    [InlineData("/hubs", "blog /hubs")]
    [InlineData("/healthz", "blog /healthz")]
    public async Task The_longest_matching_path_wins_and_its_prefix_is_cut_off(string target, string expected)
    {
        await using var blog = await Upstream.StartAsync();
        await using var pocketbase = await Upstream.StartAsync();
        await using var agent = await Upstream.StartAsync();
        await using var deep = await Upstream.StartAsync();
        await using var hub = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync(
            $"/ blog {blog.Address}", $"/pb pocketbase {pocketbase.Address}", $"/api/agent agent {agent.Address}",
            $"/api/agent/deep deep {deep.Address}", $"/hub hub {hub.Address} keep");

        using var answer = await gateway.Client.GetAsync(target);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reached = new[] { ("blog", blog), ("pocketbase", pocketbase), ("agent", agent), ("deep", deep), ("hub", hub) }
            .SelectMany(pair => pair.Item2.Targets.Select(seen => $"{pair.Item1} {seen}"));
        Assert.Equal([expected], reached);
    }

    [Theory]
    [InlineData("/pb/a%2Fb", "/a%2Fb")]
    [InlineData("/pb/a/../b", "/a/../b")]
    [InlineData("/pb/a/./b", "/a/./b")]
    [InlineData("/pb/a%2F..%2Fb", "/a%2F..%2Fb")]
    [InlineData("/pb/%E1%BB%87?q=%C3%A9%2B+", "/%E1%BB%87?q=%C3%A9%2B+")]
    [InlineData("/pb/a;v=1/b", "/a;v=1/b")]
    [InlineData("/pb/a...b/..c", "/a...b/..c")]
    [InlineData("/pb/%7Euser/~user", "/%7Euser/~user")]
    [InlineData("/pb/x?next=http://e/../..", "/x?next=http://e/../..")]
    [InlineData("/pb/x?filter=(a='b'||c>1)", "/x?filter=(a='b'||c>1)")]
    [InlineData("/%70b/x", null)]
    [InlineData("/pb?x=1", null)]
    [InlineData("http://other.example/pb/x?y=1", "/x?y=1")]
    [InlineData("http://other.example", null)]
    public async Task A_path_arrives_as_it_was_written(string target, string? expected)
    {
        await using var pocketbase = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {pocketbase.Address}");

        await RawClient.SendAsync(gateway.Address, $"GET {target} HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n");

        Assert.Equal(expected is null ? [] : [expected], pocketbase.Targets);
    }

    [Theory]
    [InlineData("/pb/../hub/x")]
    [InlineData("/pb/..")]
    [InlineData("/pb/a/../../x")]
    [InlineData("/pb/%2e%2e/x")]
    [InlineData("/pb/.%2E/x")]
    [InlineData("/pb/..%2fx")]
    [InlineData("/pb/..%5cx")]
    [InlineData("/pb/..\\x")]
    [InlineData("/pb/..;a=b/x")]
    [InlineData("/pb/a//../../x")]
    [InlineData("/../pb/x")]
    public async Task A_path_that_climbs_out_of_its_route_is_refused(string target)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/pb pocketbase {upstream.Address}/base", $"/ blog {upstream.Address}", $"/hub hub {upstream.Address} keep");

        var answer = await RawClient.SendAsync(gateway.Address, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Empty(upstream.Targets);
    }

    [Theory]
    [InlineData("GET", "/hub", "/hub/")]
    [InlineData("HEAD", "/hub?a=1&b=%2F", "/hub/?a=1&b=%2F")]
    [InlineData("GET", "/hub?//evil.example", "/hub/?//evil.example")]
    [InlineData("POST", "/hub", null)]
    public async Task A_page_at_a_prefix_is_redirected_below_it_on_the_same_host(string method, string target, string? location)
    {
        await using var hub = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/hub hub {hub.Address}");

        using var answer = await gateway.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), target));

        Assert.Equal(location is null ? HttpStatusCode.OK : HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
        Assert.Equal(location is null ? ["/"] : [], hub.Targets);
    }

    [Theory]
    [InlineData("//evil.example/%2e%2e")]
    [InlineData("//evil.example")]
    public async Task A_path_with_two_slashes_is_no_redirect_to_another_host(string target)
    {
        await using var blog = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/ blog {blog.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain("Location", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_path_without_route_answers_with_the_routes_that_exist()
    {
        await using var agent = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/api/agent agent {agent.Address}", "/hub hub", "/ blog");
        using var browser = new HttpRequestMessage(HttpMethod.Get, "/<script>");
        browser.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");

        using var page = await gateway.Client.SendAsync(browser);
        using var problem = await gateway.Client.GetAsync("/hub/x");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, problem.StatusCode));
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<a href=\"/api/agent/\">/api/agent</a> agent", html, StringComparison.Ordinal);
        Assert.Contains("&#x27;blog&#x27;, which is not part of this stack", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        var json = await problem.Content.ReadAsStringAsync();
        Assert.Contains("urn:tmcp:gateway:no-route", json, StringComparison.Ordinal);
        Assert.Contains("/api/agent (agent)", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_the_gateways_own_and_does_not_hide_other_paths()
    {
        await using var blog = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/ blog {blog.Address}", $"/pb pocketbase {blog.Address}");

        Assert.Contains("\"status\":\"ok\"", await gateway.Client.GetStringAsync("/health"), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"ok\"", await gateway.Client.GetStringAsync("/alive"), StringComparison.Ordinal);
        Assert.Empty(blog.Targets);
        await gateway.Client.GetStringAsync("/pb/health");
        await gateway.Client.GetStringAsync("/health/more");
        Assert.Equal(["/health", "/health/more"], blog.Targets);
    }

    [Fact]
    public async Task A_service_name_is_resolved_and_replicas_take_turns()
    {
        await using var first = await Upstream.StartAsync();
        await using var second = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync(
            new Dictionary<string, string> { ["services:bridge:http:0"] = first.Address, ["services:bridge:http:1"] = second.Address }, "/ bridge http://bridge");

        for (var count = 0; count < 6; count++)
            await gateway.Client.GetStringAsync($"/{count}");

        Assert.Equal((3, 3), (first.Targets.Count, second.Targets.Count));
    }

    [Theory]
    [InlineData("CONNECT example.com:443")]
    [InlineData("OPTIONS *")]
    public async Task Requests_for_no_path_are_refused(string start)
    {
        await using var blog = await Upstream.StartAsync();
        await using var gateway = await TestGateway.StartAsync($"/ blog {blog.Address}");

        var answer = await RawClient.SendAsync(gateway.Address, $"{start} HTTP/1.1\r\nHost: example.com:443\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.Empty(blog.Targets);
    }
}
