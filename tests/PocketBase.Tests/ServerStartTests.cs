using Tmcp.Tests.Shared;

namespace PocketBase.Tests;

public sealed class ServerStartTests
{
    [Fact]
    public async Task A_fresh_server_has_its_superuser_and_every_collection()
    {
        await using var server = await PocketBaseServer.StartAsync();

        var collections = await server.SendAsync(await server.SignInAsAdminAsync(), HttpMethod.Get, "api/collections?perPage=200");

        var names = collections["items"]!.AsArray().Select(item => (string)item!["name"]!).Where(name => !name.StartsWith('_')).Order();
        Assert.Equal(
            ["agent_logs", "brand_identities", "content_briefs", "customer_personas", "inspiration_events", "leads", "marketing_campaigns",
             "master_contents", "media_assets", "platform_variants", "posts", "products_services", "prompt_templates", "social_accounts",
             "social_interactions", "tracking_links", "users", "video_jobs", "worksheets", "workspaces"],
            names);
    }
}
