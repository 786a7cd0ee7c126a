using System.Net;
using System.Net.Http.Json;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Rules;

/// <summary>Members write the tokens of social accounts and can never read them.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class SocialTokenTests(SharedServer shared)
{
    private const string Root = "api/collections/social_accounts/records";
    private const string Secret = "EAAB-very-secret";

    [Fact]
    public async Task A_written_token_is_stored_and_appears_in_no_answer()
    {
        var tenant = shared.Home;
        using var member = shared.Server.CreateClient(tenant.Member.Token);
        var fields = await new Samples(shared.Server, shared.AdminToken).FieldsAsync("social_accounts", tenant.WorkspaceId);
        (fields["access_token"], fields["refresh_token"]) = (Secret, Secret + "2");

        using var created = await member.PostAsJsonAsync(Root, fields);
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(await created.Content.ReadAsStringAsync())!["id"]!;
        using var updated = await member.PatchAsJsonAsync($"{Root}/{id}", new { account_name = "Renamed", access_token = "" });
        var answers = await created.Content.ReadAsStringAsync() + await updated.Content.ReadAsStringAsync()
            + await member.GetStringAsync($"{Root}/{id}?fields=*,access_token") + await member.GetStringAsync(Root);

        Assert.DoesNotContain(Secret, answers, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token", answers, StringComparison.Ordinal);
        var stored = await shared.Server.SendAsync(shared.AdminToken, HttpMethod.Get, $"{Root}/{id}");
        Assert.Equal((Secret, Secret + "2"), ((string)stored["access_token"]!, (string)stored["refresh_token"]!));
    }

    [Fact]
    public async Task A_member_sees_whether_there_is_a_token()
    {
        using var member = shared.Server.CreateClient(shared.Home.Member.Token);
        var fields = await new Samples(shared.Server, shared.AdminToken).FieldsAsync("social_accounts", shared.Home.WorkspaceId);
        using var created = await member.PostAsJsonAsync(Root, fields);
        var before = System.Text.Json.Nodes.JsonNode.Parse(await created.Content.ReadAsStringAsync())!;

        using var updated = await member.PatchAsJsonAsync($"{Root}/{before["id"]}", new { access_token = Secret });

        Assert.False((bool)before["has_token"]!);
        Assert.True((bool)System.Text.Json.Nodes.JsonNode.Parse(await updated.Content.ReadAsStringAsync())!["has_token"]!);
    }

    [Theory]
    [InlineData($"{Root}?filter=access_token~'EAA'")]
    [InlineData($"{Root}?sort=access_token")]
    [InlineData("api/collections/workspaces/records?filter=social_accounts_via_workspace_id.access_token~'EAA'")]
    [InlineData("api/collections/leads/records?filter=@collection.social_accounts.access_token~'EAA'")]
    public async Task A_token_cannot_be_guessed_through_a_query(string path)
    {
        var tenant = shared.Home;
        using var member = shared.Server.CreateClient(tenant.Member.Token);

        using var answer = await member.GetAsync(path);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, answer.StatusCode.ToString());
    }
}
