using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class TransportTests(PocketBaseFixture fixture)
{
    private static readonly string[] ToolNames =
    [
        "count_records", "create_record", "delete_record", "get_collection_schema", "get_record", "list_collections", "list_records",
        "publish_facebook_variant", "update_record",
    ];

    [Theory]
    [InlineData(HttpTransportMode.Sse)]
    [InlineData(HttpTransportMode.StreamableHttp)]
    public async Task Client_lists_and_calls_over_either_transport(HttpTransportMode mode)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var client = await Mcp.ConnectAsync(bridge, mode, fixture.Alice.Token);

        Assert.Equal("PocketBase Bridge", client.ServerInfo?.Name);
        Assert.Equal(ToolNames, (await client.ListToolsAsync()).Select(tool => tool.Name).Order());
        Assert.Equal(["pocketbase://"], (await client.ListResourcesAsync()).Select(resource => resource.Uri));
        Assert.Equal(4, (await client.ListResourceTemplatesAsync()).Count);

        var created = await client.CallJsonAsync(
            "create_record", new { collection = "marketing_campaigns", data = new { workspace_id = fixture.AliceWorkspace, name = "Tết 2026", status = "planned" } });
        var id = (string)created["id"]!;
        Assert.Contains("Tết 2026", await client.CallTextAsync("get_record", new { collection = "marketing_campaigns", record_id = id }));
        Assert.Contains("Tết 2026", await client.ReadTextAsync($"pocketbase://marketing_campaigns/{id}"));
        Assert.Equal(
            $"Successfully deleted record {id} from marketing_campaigns",
            await client.CallTextAsync("delete_record", new { collection = "marketing_campaigns", record_id = id }));
    }
}
