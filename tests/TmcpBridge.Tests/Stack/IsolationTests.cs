using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

/// <summary>One user must not reach another's workspace, by whatever tool, resource or way of presenting the token.</summary>
[Collection(PocketBaseTests.Name)]
public sealed class IsolationTests(PocketBaseFixture fixture)
{
    private const string Campaigns = "marketing_campaigns";
    private const string Secret = "Alice's secret plan";

    [Theory]
    [InlineData(HttpTransportMode.Sse, true)]
    [InlineData(HttpTransportMode.Sse, false)]
    [InlineData(HttpTransportMode.StreamableHttp, true)]
    [InlineData(HttpTransportMode.StreamableHttp, false)]
    public async Task No_tool_or_resource_shows_or_changes_another_users_records(HttpTransportMode mode, bool byArgument)
    {
        var id = await fixture.CreateCampaignAsync(Secret);
        // Even a bridge that lends its superuser to anonymous callers must use the caller's own rights.
        await using var bridge = await BridgeHost.StartAsAdminAsync(fixture.PocketBase);
        await using var bob = await Mcp.ConnectAsync(bridge, mode, byArgument ? null : fixture.Bob.Token);
        var auth_token = byArgument ? fixture.Bob.Token : "";
        var filter = $"workspace_id = \"{fixture.AliceWorkspace}\"";

        string[] answers =
        [
            await bob.CallTextAsync("list_records", new { collection = Campaigns, filter, auth_token }),
            await bob.CallTextAsync("list_records", new { collection = "workspaces", auth_token }),
            await bob.CallTextAsync("get_record", new { collection = Campaigns, record_id = id, auth_token }),
            await bob.CallTextAsync("count_records", new { collection = Campaigns, filter, auth_token }),
            await bob.CallTextAsync("update_record", new { collection = Campaigns, record_id = id, data = new { name = "Bob was here" }, auth_token }),
            await bob.CallTextAsync("delete_record", new { collection = Campaigns, record_id = id, auth_token }),
            await bob.CallTextAsync("create_record", new { collection = Campaigns, data = new { workspace_id = fixture.AliceWorkspace, name = "x", status = "planned" }, auth_token }),
            await bob.CallTextAsync("publish_facebook_variant", new { workspace_id = fixture.AliceWorkspace, variant_id = id, auth_token }),
            await bob.CallTextAsync("list_collections", new { auth_token }),
            await bob.CallTextAsync("get_collection_schema", new { collection = Campaigns, auth_token }),
        ];

        Assert.All(answers, answer => Assert.DoesNotContain(Secret, answer));
        Assert.DoesNotContain(fixture.AliceWorkspace, answers[1]);
        Assert.StartsWith("Error:", answers[2]);
        Assert.Contains("\"totalItems\": 0", answers[3]);
        Assert.All(answers[4..8], answer => Assert.StartsWith("Error:", answer));
        Assert.Contains(Campaigns, answers[8]);
        // A superuser would see PocketBase's own tables.
        Assert.DoesNotContain("_superusers", answers[8]);
        Assert.Equal(Secret, (string?)(await fixture.PocketBase.SendAsync(fixture.Alice.Token, HttpMethod.Get, $"api/collections/{Campaigns}/records/{id}"))["name"]);
    }

    [Theory]
    [InlineData(HttpTransportMode.Sse)]
    [InlineData(HttpTransportMode.StreamableHttp)]
    public async Task No_resource_shows_another_users_records(HttpTransportMode mode)
    {
        var id = await fixture.CreateCampaignAsync(Secret);
        await using var bridge = await BridgeHost.StartAsAdminAsync(fixture.PocketBase);
        await using var bob = await Mcp.ConnectAsync(bridge, mode, fixture.Bob.Token);

        Assert.DoesNotContain("_superusers", await bob.ReadTextAsync("pocketbase://"));
        Assert.DoesNotContain(Secret, await bob.ReadTextAsync($"pocketbase://{Campaigns}/records"));
        Assert.Contains("\"totalItems\": 0", await bob.ReadTextAsync($"pocketbase://{Campaigns}/count"));
        Assert.StartsWith("Error:", await bob.ReadTextAsync($"pocketbase://{Campaigns}/{id}"));
    }

    [Fact]
    public async Task Schemas_kept_for_a_superuser_are_not_shown_to_a_user()
    {
        await using var bridge = await BridgeHost.StartAsAdminAsync(fixture.PocketBase);
        await using var anonymous = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp);
        await using var bob = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, fixture.Bob.Token);

        Assert.Contains("_superusers", await anonymous.CallTextAsync("list_collections"));
        Assert.DoesNotContain("_superusers", await bob.CallTextAsync("list_collections"));
    }

    [Fact]
    public async Task Argument_wins_over_the_post_header_which_wins_over_the_header_of_the_stream()
    {
        var id = await fixture.CreateCampaignAsync(Secret);
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var stream = await RawSse.OpenAsync(bridge, fixture.Bob.Token);
        await stream.InitializeAsync();

        Assert.Contains("Error:", await stream.CallAsync("get_record", new { collection = Campaigns, record_id = id }));
        Assert.Contains(Secret, await stream.CallAsync("get_record", new { collection = Campaigns, record_id = id }, fixture.Alice.Token));
        Assert.Contains("Error:", await stream.CallAsync("get_record", new { collection = Campaigns, record_id = id, auth_token = fixture.Bob.Token }, fixture.Alice.Token));
    }

    [Fact]
    public async Task Caller_without_a_token_is_refused_by_default()
    {
        await using var bridge = await BridgeHost.StartAsync(
            fixture.PocketBase.Address, clock: null, ("PocketBase:User", fixture.PocketBase.AdminEmail), ("PocketBase:Password", fixture.PocketBase.AdminPassword));
        await using var anonymous = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp);

        foreach (var text in new[]
        {
            await anonymous.CallTextAsync("list_collections"),
            await anonymous.CallTextAsync("list_records", new { collection = Campaigns }),
            await anonymous.ReadTextAsync("pocketbase://"),
        })
        {
            Assert.StartsWith("Error: This call has no PocketBase token", text);
        }
    }

    [Theory]
    [InlineData("_superusers")]
    [InlineData("pbc_3142635823")] // id of _superusers
    public async Task Service_account_does_not_open_pocketbases_own_tables(string collection)
    {
        await using var bridge = await BridgeHost.StartAsAdminAsync(fixture.PocketBase);
        await using var anonymous = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp);

        Assert.Contains("belongs to PocketBase itself", await anonymous.CallTextAsync("list_records", new { collection }));
        Assert.Contains(
            "belongs to PocketBase itself",
            await anonymous.CallTextAsync("create_record", new { collection, data = new { email = "me@tmcp.test", password = "1234567890", passwordConfirm = "1234567890" } }));
    }
}
