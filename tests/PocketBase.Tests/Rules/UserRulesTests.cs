using System.Net;
using System.Net.Http.Json;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Rules;

[Collection(SharedServerCollection.Name)]
public sealed class UserRulesTests(SharedServer shared)
{
    private const string Root = "api/collections/users/records";

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("member", HttpStatusCode.OK)]
    [InlineData("viewer", HttpStatusCode.OK)]
    [InlineData("manager", HttpStatusCode.BadRequest)]
    [InlineData("admin", HttpStatusCode.BadRequest)]
    public async Task Anyone_signs_up_but_not_with_a_higher_role(string? role, HttpStatusCode expected)
    {
        using var guest = shared.Server.CreateClient();
        var email = $"{Guid.NewGuid():N}@tmcp.local";

        using var answer = await guest.PostAsJsonAsync(Root, new { email, password = "long enough", passwordConfirm = "long enough", role });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_changes_his_own_role()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        using var member = shared.Server.CreateClient(tenant.Member.Token);
        using var viewer = shared.Server.CreateClient(tenant.Viewer.Token);

        Assert.Equal(HttpStatusCode.NotFound, (await member.PatchAsJsonAsync($"{Root}/{tenant.Member.Id}", new { role = "admin" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.PatchAsJsonAsync($"{Root}/{tenant.Viewer.Id}", new { role = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.PatchAsJsonAsync($"{Root}/{tenant.Member.Id}", new { role = "member", name = "M" })).StatusCode);
    }

    [Fact]
    public async Task A_user_sees_and_changes_only_his_own_record()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        using var member = shared.Server.CreateClient(tenant.Member.Token);

        var listed = await shared.Server.SendAsync(tenant.Member.Token, HttpMethod.Get, Root);

        Assert.Equal([tenant.Member.Id], listed["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"{Root}/{tenant.Owner.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.PatchAsJsonAsync($"{Root}/{tenant.Owner.Id}", new { name = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.DeleteAsync($"{Root}/{tenant.Owner.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_user_who_owns_a_workspace_is_not_deleted_and_a_member_is()
    {
        var tenant = await Tenant.CreateAsync(shared.Server);
        using var owner = shared.Server.CreateClient(tenant.Owner.Token);
        using var member = shared.Server.CreateClient(tenant.Member.Token);

        Assert.Equal(HttpStatusCode.BadRequest, (await owner.DeleteAsync($"{Root}/{tenant.Owner.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await member.DeleteAsync($"{Root}/{tenant.Member.Id}")).StatusCode);
    }
}
