using System.Net;
using System.Net.Http.Json;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Rules;

[Collection(SharedServerCollection.Name)]
public sealed class WorkspaceRulesTests(SharedServer shared)
{
    private const string Root = "api/collections/workspaces/records";

    [Theory]
    [InlineData("guest", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("viewer", HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("member", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("owner", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent)]
    public async Task Members_change_the_settings_and_the_owner_deletes(
        string caller, HttpStatusCode view, HttpStatusCode update, HttpStatusCode delete)
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        using var client = shared.Server.CreateClient(tenant.TokenOf(caller));

        Assert.Equal(view, (await client.GetAsync($"{Root}/{tenant.WorkspaceId}")).StatusCode);
        Assert.Equal(update, (await client.PatchAsJsonAsync($"{Root}/{tenant.WorkspaceId}", new { name = "New name" })).StatusCode);
        Assert.Equal(delete, (await client.DeleteAsync($"{Root}/{tenant.WorkspaceId}")).StatusCode);
    }

    [Fact]
    public async Task Another_user_neither_lists_nor_views_nor_changes_a_workspace()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        var other = await Tenant.CreateAsync(shared.Server);
        using var client = shared.Server.CreateClient(other.Owner.Token);

        var listed = await shared.Server.SendAsync(other.Owner.Token, HttpMethod.Get, Root);

        Assert.Equal([other.WorkspaceId], listed["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Root}/{tenant.WorkspaceId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PatchAsJsonAsync($"{Root}/{tenant.WorkspaceId}", new { name = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"{Root}/{tenant.WorkspaceId}")).StatusCode);
    }

    [Fact]
    public async Task A_member_can_make_neither_himself_owner_nor_a_stranger_member()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        var stranger = await shared.Server.CreateUserAsync($"stranger-{Guid.NewGuid():N}@tmcp.local");
        using var member = shared.Server.CreateClient(tenant.Member.Token);
        using var owner = shared.Server.CreateClient(tenant.Owner.Token);
        var path = $"{Root}/{tenant.WorkspaceId}";

        Assert.Equal(HttpStatusCode.NotFound, (await member.PatchAsJsonAsync(path, new { owner_id = tenant.Member.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.PatchAsJsonAsync(path, new { members = new[] { stranger.Id } })).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await member.PatchAsJsonAsync(path, new Dictionary<string, string> { ["members+"] = stranger.Id })).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await owner.PatchAsJsonAsync(path, new Dictionary<string, string> { ["members+"] = stranger.Id })).StatusCode);
    }

    [Fact]
    public async Task A_user_makes_workspaces_for_himself_only()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        using var guest = shared.Server.CreateClient();
        using var viewer = shared.Server.CreateClient(tenant.Viewer.Token);
        using var member = shared.Server.CreateClient(tenant.Member.Token);

        Assert.Equal(HttpStatusCode.BadRequest, (await guest.PostAsJsonAsync(Root, new { name = "x", owner_id = tenant.Owner.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await viewer.PostAsJsonAsync(Root, new { name = "x", owner_id = tenant.Viewer.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.PostAsJsonAsync(Root, new { name = "x", owner_id = tenant.Owner.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.PostAsJsonAsync(Root, new { name = "x", owner_id = tenant.Member.Id })).StatusCode);
    }

    [Fact]
    public async Task Deleting_a_workspace_takes_all_of_its_content_along()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        var samples = new Samples(shared.Server, shared.AdminToken);
        foreach (var collection in Samples.Collections)
            await samples.CreateAsync(collection, tenant.WorkspaceId);

        await shared.Server.SendAsync(tenant.Owner.Token, HttpMethod.Delete, $"{Root}/{tenant.WorkspaceId}");

        foreach (var collection in Samples.Collections)
        {
            var left = await shared.Server.SendAsync(
                shared.AdminToken, HttpMethod.Get, $"api/collections/{collection}/records?filter=workspace_id='{tenant.WorkspaceId}'||workspace_id=''");
            Assert.Equal((collection, 0), (collection, (int)left["totalItems"]!));
        }
    }
}
