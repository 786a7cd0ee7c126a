using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class TypeScriptClientTests(PocketBaseFixture fixture)
{
    [Theory]
    [InlineData("sse")]
    [InlineData("http")]
    public async Task Official_client_lists_and_calls_every_tool_and_resource(string transport)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);

        var report = await NodeScript.RunAsync(
            "mcp-call-everything.mjs", fixture.Alice.Token, transport, bridge.Address.ToString(), fixture.AliceWorkspace);

        var tools = report["tools"]!.AsArray().Select(tool => (string?)tool).Order().ToList();
        Assert.Equal(9, tools.Count);
        Assert.Equal(tools, report["called"]!.AsArray().Select(tool => (string?)tool).Order());
        Assert.Equal(5, report["texts"]!.AsObject().Count);
        Assert.Equal(
            ["pocketbase://{collection}/count", "pocketbase://{collection}/records", "pocketbase://{collection}/schema", "pocketbase://{collection}/{record_id}"],
            report["templates"]!.AsArray().Select(template => (string?)template).Order());
    }
}
