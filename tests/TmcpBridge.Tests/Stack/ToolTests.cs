using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class ToolTests(PocketBaseFixture fixture) : IAsyncLifetime
{
    private const string Campaigns = "marketing_campaigns";

    private BridgeHost _bridge = null!;
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        _bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address, clock: null, ("Bridge:MaxResultBytes", "16384"));
        _client = await Mcp.ConnectAsync(_bridge, HttpTransportMode.StreamableHttp, fixture.Alice.Token);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _bridge.DisposeAsync();
    }

    [Fact]
    public async Task Every_argument_is_described_and_required_ones_are_few()
    {
        foreach (var tool in await _client.ListToolsAsync())
        {
            Assert.InRange(tool.Description.Length, 40, 600);
            var schema = JsonNode.Parse(tool.JsonSchema.GetRawText())!;
            Assert.All(schema["properties"]!.AsObject(), property => Assert.InRange(((string)property.Value!["description"]!).Length, 10, 300));
            Assert.Contains("auth_token", schema["properties"]!.AsObject().Select(property => property.Key));
            Assert.Equal("string", (string?)JsonNode.Parse(tool.ReturnJsonSchema!.Value.GetRawText())!["properties"]!["result"]!["type"]);
        }
    }

    [Fact]
    public async Task Schema_names_choices_limits_and_relations()
    {
        var fields = (await _client.CallJsonAsync("get_collection_schema", new { collection = "platform_variants" })).AsArray();

        JsonNode Field(string name) => fields.Single(field => (string?)field!["name"] == name)!;
        Assert.Contains("facebook", Field("platform")["values"]!.AsArray().Select(value => (string?)value));
        Assert.Equal("relation", (string?)Field("master_content_id")["type"]);
        Assert.True((bool?)Field("master_content_id")["cascadeDelete"]);
        Assert.Equal(1, (int?)Field("master_content_id")["maxSelect"]);
        Assert.True((bool?)Field("workspace_id")["required"]);
        Assert.True((int?)Field("adapted_copy")["max"] > 5_000);
    }

    [Fact]
    public async Task Pocketbases_refusal_is_a_text_with_its_answer_and_advice()
    {
        var text = await _client.CallTextAsync("create_record", new { collection = Campaigns, data = new { workspace_id = fixture.AliceWorkspace } });

        Assert.StartsWith("Error: PocketBase API Error: {\n", text);
        Assert.Contains("\"name\": {", text);
        Assert.Contains("get_collection_schema", text);
    }

    [Fact]
    public async Task Filter_that_names_no_field_is_told()
    {
        var text = await _client.CallTextAsync("list_records", new { collection = Campaigns, filter = "nothing = 1" });

        Assert.StartsWith("Error: PocketBase API Error: {", text);
        Assert.Contains("HTTP 400", text);
    }

    [Fact]
    public async Task Error_texts_do_not_mark_the_result_as_an_error()
    {
        var result = await _client.CallAsync("get_record", new { collection = Campaigns, record_id = "aaaaaaaaaaaaaaa" });

        Assert.StartsWith("Error: ", result.Text());
        Assert.False(result.IsError);
        Assert.Equal(result.Text(), result.StructuredContent!.Value.GetProperty("result").GetString());
    }

    [Fact]
    public async Task Bad_arguments_and_unknown_tools_mark_the_result_as_an_error()
    {
        var missing = await _client.CallAsync("get_record", new { collection = Campaigns });
        var unknown = await _client.CallAsync("drop_database");

        Assert.True(missing.IsError);
        Assert.Contains("'record_id' is missing", missing.Text());
        Assert.True(unknown.IsError);
        Assert.StartsWith("Unknown tool: drop_database", unknown.Text());
    }

    [Fact]
    public async Task Unknown_resource_is_a_protocol_error() =>
        await Assert.ThrowsAnyAsync<McpException>(() => _client.ReadTextAsync("pocketbase://a/b/c"));

    [Theory]
    [InlineData("../../health")]
    [InlineData("users/records/../../_superusers")]
    public async Task Names_cannot_lead_to_another_route(string name)
    {
        Assert.Contains("is no collection name", await _client.CallTextAsync("list_records", new { collection = name }));
        Assert.Contains("is no record id", await _client.CallTextAsync("get_record", new { collection = Campaigns, record_id = name }));
    }

    [Fact]
    public async Task Large_list_is_cut_and_stays_json()
    {
        for (var index = 0; index < 30; index++)
        {
            await fixture.PocketBase.CreateRecordAsync(
                fixture.Alice.Token, "worksheets", new { workspace_id = fixture.AliceWorkspace, title = $"Sheet {index}", status = "draft", agent_context = new { content = new string('x', 1_500) } });
        }

        var list = await _client.CallJsonAsync("list_records", new { collection = "worksheets", per_page = 100 });

        Assert.InRange(list["items"]!.AsArray().Count, 2, 20);
        Assert.True((int?)list["totalItems"] >= 30);
        Assert.StartsWith("Cut by the bridge", (string?)list["_note"]);
    }

    [Fact]
    public async Task Fifty_calls_at_once_all_get_their_own_answer()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => fixture.CreateCampaignAsync($"Campaign {index}")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => _client.CallJsonAsync("get_record", new { collection = Campaigns, record_id = ids[index % 10] })));

        Assert.All(answers.Index(), answer => Assert.Equal(ids[answer.Index % 10], (string?)answer.Item["id"]));
    }

    [Fact]
    public async Task Every_metric_of_a_call_names_its_tool_and_outcome()
    {
        using var metrics = new MetricRecorder("tmcp.bridge.calls");

        await _client.CallAsync("count_records", new { collection = Campaigns });
        await _client.CallAsync("count_records", new { collection = "no such" });
        await _client.CallAsync("no_such_tool");

        Assert.Contains("count_records ok", metrics.Recorded);
        Assert.Contains("count_records error", metrics.Recorded);
        Assert.Contains("(unknown) rejected", metrics.Recorded);
    }
}
