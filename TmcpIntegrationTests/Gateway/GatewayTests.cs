using System.Net;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

[Collection(TmcpStack.Collection)]
public sealed class GatewayTests(TmcpStack stack)
{
    [Theory]
    [InlineData("/pb/api/health", HttpStatusCode.OK, "API is healthy")]
    [InlineData("/pb/_/", HttpStatusCode.OK, "PocketBase")]
    [InlineData("/api/agent/health", HttpStatusCode.OK, "\"status\"")]
    [InlineData("/hub", HttpStatusCode.OK, "<div id=\"root\">")]
    [InlineData("/hub/campaigns", HttpStatusCode.OK, "<div id=\"root\">")]
    [InlineData("/", HttpStatusCode.OK, "TMCP Engineering")]
    [InlineData("/pbx/api/health", HttpStatusCode.NotFound, "There is no such page")]
    public async Task Paths_of_the_graph_lead_to_their_resource_and_all_others_to_the_blog(string path, HttpStatusCode status, string content)
    {
        using var client = stack.CreateGatewayClient();

        using var response = await client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(content, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_resource_has_a_port_of_its_own()
    {
        var ports = TmcpStack.Resources.Select(name => stack.Address(name).Port).ToArray();

        Assert.Equal(ports.Length, ports.Distinct().Count());
        Assert.Empty(ports.Intersect([4321, 5173, 6379, 7999, 8000, 8001, 8080, 8090, 9200, 11434]));
    }
}
