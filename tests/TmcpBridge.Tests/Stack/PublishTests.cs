using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Stack;

public sealed class PublishTests
{
    [Fact]
    public async Task Variant_is_published_in_the_callers_name()
    {
        await using var graph = await StartGraphAsync();
        await using var pocketBase = await PocketBaseServer.StartAsync(new PocketBaseServerOptions
        {
            Environment = new Dictionary<string, string> { ["FACEBOOK_GRAPH_URL"] = graph.Urls.First() },
        });
        var owner = await pocketBase.CreateUserAsync("owner@tmcp.test");
        var stranger = await pocketBase.CreateUserAsync("stranger@tmcp.test");
        var (workspace_id, variant_id) = await CreateVariantAsync(pocketBase, owner);
        await using var bridge = await BridgeHost.StartAsync(pocketBase.Address);
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, owner.Token);

        var refused = await client.CallTextAsync("publish_facebook_variant", new { workspace_id, variant_id, auth_token = stranger.Token });
        var published = await client.CallJsonAsync("publish_facebook_variant", new { workspace_id, variant_id });

        Assert.StartsWith("Error: PocketBase API Error: {", refused);
        Assert.Equal(("facebook", "published", "page_1"), ((string?)published["platform"], (string?)published["publish_status"], (string?)published["platform_post_id"]));
        var variant = await client.CallJsonAsync("get_record", new { collection = "platform_variants", record_id = variant_id });
        Assert.Equal("published", (string?)variant["publish_status"]);
    }

    private static async Task<(string WorkspaceId, string VariantId)> CreateVariantAsync(PocketBaseServer pocketBase, PocketBaseUser owner)
    {
        var workspace_id = await pocketBase.CreateWorkspaceAsync(owner, "Workspace");
        await pocketBase.CreateRecordAsync(
            owner.Token, "social_accounts", new { workspace_id, platform = "facebook", account_name = "Page", account_id = "page", access_token = "page-token" });
        var content = await pocketBase.CreateRecordAsync(owner.Token, "master_contents", new { workspace_id, core_message = "Spring is here" });
        var variant = await pocketBase.CreateRecordAsync(owner.Token, "platform_variants", new
        {
            workspace_id, master_content_id = (string?)content["id"], platform = "facebook", adapted_copy = "Spring is here!", publish_status = "draft",
        });
        return (workspace_id, (string)variant["id"]!);
    }

    private static async Task<WebApplication> StartGraphAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = builder.Build();
        graph.MapPost("/page/feed", () => TypedResults.Text("""{"id":"page_1"}""", "application/json"));
        await graph.StartAsync();
        return graph;
    }
}
