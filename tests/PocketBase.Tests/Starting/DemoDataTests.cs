using System.Net;
using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;
using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Starting;

[Collection(SharedServerCollection.Name)]
public sealed class DemoDataTests(SharedServer shared)
{
    private const string Workspace = "demoworkspace01";

    private static JsonArray File { get; } = JsonNode.Parse(
        System.IO.File.ReadAllText(Path.Combine(RepositoryFolder.Path, "pocketbase", "pb_hooks", "demo", "data.json")))!.AsArray();

    [Fact]
    public async Task The_first_start_makes_every_demo_record_and_the_demo_user_reads_them()
    {
        var demo = await SignInAsync();

        foreach (var group in File)
        {
            foreach (var record in group!["records"]!.AsArray())
                await shared.Server.SendAsync(demo, HttpMethod.Get, $"api/collections/{group["collection"]}/records/{record!["id"]}");
        }

        var workspace = await shared.Server.SendAsync(demo, HttpMethod.Get, $"api/collections/workspaces/records/{Workspace}");
        Assert.Equal("Demo Workspace", (string)workspace["name"]!);
    }

    [Fact]
    public async Task Seeding_again_makes_what_is_missing_and_keeps_what_was_changed()
    {
        var demo = await SignInAsync();
        await shared.Server.SendAsync(demo, HttpMethod.Delete, "api/collections/leads/records/demolead0000001");
        await shared.Server.SendAsync(demo, HttpMethod.Patch, "api/collections/leads/records/demolead0000002", new { name = "Changed" });

        var first = await SeedAsync(shared.AdminToken);
        var second = await SeedAsync(shared.AdminToken);

        Assert.Equal((1, 0), ((int)first["created"]!, (int)second["created"]!));
        Assert.Equal((int)first["present"]! + 1, (int)second["present"]!);
        Assert.Equal(("demo@tmcp.local", Workspace), ((string)second["user"]!, (string)second["workspace_id"]!));
        var changed = await shared.Server.SendAsync(demo, HttpMethod.Get, "api/collections/leads/records/demolead0000002");
        Assert.Equal("Changed", (string)changed["name"]!);
    }

    [Fact]
    public async Task Only_superusers_seed()
    {
        var demo = await SignInAsync();
        using var guest = shared.Server.CreateClient();
        using var user = shared.Server.CreateClient(demo);

        Assert.Equal(HttpStatusCode.Unauthorized, (await guest.PostAsync("api/tmcp/demo", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync("api/tmcp/demo", null)).StatusCode);
    }

    [Fact]
    public async Task Events_of_the_demo_lie_ahead()
    {
        var demo = await SignInAsync();

        var past = await shared.Server.SendAsync(
            demo, HttpMethod.Get, $"api/collections/inspiration_events/records?filter=workspace_id='{Workspace}'%26%26event_date<@todayStart");

        Assert.Equal(0, (int)past["totalItems"]!);
    }

    private Task<string> SignInAsync() => shared.Server.SignInAsync("users", "demo@tmcp.local", SharedServer.DemoPassword);

    private Task<JsonNode> SeedAsync(string token) => shared.Server.SendAsync(token, HttpMethod.Post, "api/tmcp/demo");
}
