using System.Net;
using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Records;

[Collection(SharedServerCollection.Name)]
public sealed class CollectionsRouteTests(SharedServer shared)
{
    [Fact]
    public async Task A_user_reads_the_schema_with_rules_and_fields_and_without_secrets()
    {
        var tenant = shared.Home;

        var answer = await shared.Server.SendAsync(tenant.Member.Token, HttpMethod.Get, "api/tmcp/collections");

        var campaigns = answer["items"]!.AsArray().Single(item => (string)item!["name"]! == "marketing_campaigns")!.AsObject();
        Assert.Contains(campaigns["fields"]!.AsArray(), field => (string)field!["name"]! == "budget");
        Assert.Contains("members", (string)campaigns["listRule"]!, StringComparison.Ordinal);
        Assert.All(answer["items"]!.AsArray(), item => Assert.Empty(MembersWithSecrets(item!.AsObject())));
        Assert.DoesNotContain(answer["items"]!.AsArray(), item => ((string)item!["name"]!).StartsWith('_'));
    }

    [Fact]
    public async Task A_guest_and_a_bad_token_are_turned_away()
    {
        using var guest = shared.Server.CreateClient();
        using var forged = shared.Server.CreateClient("eyJhbGciOiJIUzI1NiJ9.e30.forged");

        Assert.Equal(HttpStatusCode.Unauthorized, (await guest.GetAsync("api/tmcp/collections")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.GetAsync("api/tmcp/collections")).StatusCode);
    }

    private static IEnumerable<string> MembersWithSecrets(JsonObject collection)
        => collection.Select(pair => pair.Key).Where(name => name is "authToken" or "oauth2" or "fileToken" or "passwordResetToken" or "verificationToken");
}
