using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class HealthTests(PocketBaseFixture fixture)
{
    [Fact]
    public async Task With_pocketbase_it_is_ok()
    {
        await using var bridge = await BridgeHost.StartAsAdminAsync(fixture.PocketBase);

        var (status, report) = await ReadAsync(bridge, "ok");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("ok", (string?)report["checks"]!["pocketbase"]!["status"]);
    }

    [Fact]
    public async Task Without_pocketbase_no_request_could_succeed()
    {
        await using var bridge = await BridgeHost.StartAsync(new Uri("http://127.0.0.1:1"));

        var (status, report) = await ReadAsync(bridge, "unhealthy");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("GET http://127.0.0.1:1/api/health", (string?)report["checks"]!["pocketbase"]!["description"]);
    }

    [Fact]
    public async Task Refused_service_account_only_degrades()
    {
        await using var bridge = await BridgeHost.StartAsync(
            fixture.PocketBase.Address, clock: null, ("PocketBase:User", "nobody@tmcp.test"), ("PocketBase:Password", "wrong-password"), ("Bridge:AnonymousCallers", "ServiceAccount"));

        var (status, report) = await ReadAsync(bridge, "degraded");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("POCKETBASE_USER", (string?)report["checks"]!["service-account"]!["description"]);
    }

    // The very first report may say that the checks are still running.
    private static async Task<(HttpStatusCode Status, JsonNode Report)> ReadAsync(BridgeHost bridge, string expected)
    {
        using var http = bridge.CreateHttpClient();
        return await Eventually.Async(
            async () =>
            {
                using var answer = await http.GetAsync("health");
                return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
            },
            read => (string?)read.Item2["status"] == expected && read.Item2["checks"]!["pocketbase"] is not null);
    }
}
