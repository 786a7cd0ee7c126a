using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

/// <summary>Tool calls of stateless requests are answered without the library; nobody may notice.</summary>
[Collection(PocketBaseTests.Name)]
public sealed class DirectCallTests(PocketBaseFixture fixture)
{
    [Theory]
    [InlineData("get_record", "{\"collection\":\"workspaces\",\"record_id\":\"$WORKSPACE\"}")]
    [InlineData("get_record", "{\"collection\":\"workspaces\",\"record_id\":\"aaaaaaaaaaaaaaa\"}")]
    [InlineData("get_record", "{\"collection\":\"workspaces\"}")]
    [InlineData("list_records", "{\"collection\":\"workspaces\",\"filter\":\"name ~ \\\"\\u003c\\\\\\\" Tết \\ud83c\\udf89\\\"\"}")]
    [InlineData("count_records", "{\"collection\":\"workspaces\",\"auth_token\":\"x\"}")]
    [InlineData("no_such_tool", "{}")]
    public async Task Result_is_that_of_the_library(string tool, string arguments)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();
        var parameters = new JsonObject { ["name"] = tool, ["arguments"] = JsonNode.Parse(arguments.Replace("$WORKSPACE", fixture.AliceWorkspace, StringComparison.Ordinal)) };
        await using var stream = await RawSse.OpenAsync(bridge, fixture.Alice.Token);
        await stream.InitializeAsync();

        var direct = JsonNode.Parse(await PostAsync(http, new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 7, ["method"] = "tools/call", ["params"] = parameters.DeepClone() }))!;
        var library = await stream.RequestAsync("tools/call", parameters);

        Assert.True(JsonNode.DeepEquals(library["result"], direct["result"]), $"library: {library["result"]}\ndirect: {direct["result"]}");
        Assert.Equal("2.0", (string?)direct["jsonrpc"]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"seven \\\" \\u003c\"")]
    [InlineData("\"7\"")]
    public async Task Answer_bears_the_id_of_its_request(string id)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();

        var answer = JsonNode.Parse(await PostAsync(http, JsonNode.Parse($$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"list_collections"}}""")!))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(id), answer["id"]), answer["id"]?.ToJsonString());
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_record","arguments":[]}}""")]
    public async Task Call_that_is_none_is_left_to_the_library(string body)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        using var http = bridge.CreateHttpClient();

        Assert.Contains("\"error\":{", await PostAsync(http, JsonNode.Parse(body)!));
    }

    private async Task<string> PostAsync(HttpClient http, JsonNode message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "mcp")
        {
            Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", fixture.Alice.Token) },
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
