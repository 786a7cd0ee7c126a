using System.Net;
using System.Net.Http.Json;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Rules;

[Collection(SharedServerCollection.Name)]
public sealed class PostRulesTests(SharedServer shared)
{
    private const string Root = "api/collections/posts/records";

    [Fact]
    public async Task Guests_read_what_is_published_and_admins_write()
    {
        var tag = Guid.NewGuid().ToString("N");
        var admin = await shared.Server.CreateUserAsync($"admin-{tag}@tmcp.local", "admin");
        var member = await shared.Server.CreateUserAsync($"member-{tag}@tmcp.local", "member");
        var published = await shared.Server.CreateRecordAsync(admin.Token, "posts", new { title = "P", slug = $"p-{tag}", status = "published" });
        var draft = await shared.Server.CreateRecordAsync(admin.Token, "posts", new { title = "D", slug = $"d-{tag}", status = "draft" });
        using var guest = shared.Server.CreateClient();
        using var other = shared.Server.CreateClient(member.Token);

        var listed = await shared.Server.SendAsync(null, HttpMethod.Get, $"{Root}?filter=slug~'{tag}'&sort=-created");

        Assert.Equal([(string)published["id"]!], listed["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"{Root}/{draft["id"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Root}/{draft["id"]}")).StatusCode);
        foreach (var client in (HttpClient[])[guest, other])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync(Root, new { title = "X", slug = $"x-{tag}", status = "draft" })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PatchAsJsonAsync($"{Root}/{published["id"]}", new { title = "X" })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"{Root}/{published["id"]}")).StatusCode);
        }
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("Not A Slug")]
    [InlineData("../up")]
    public async Task A_slug_is_unique_and_fit_for_an_address(string slug)
    {
        var tag = Guid.NewGuid().ToString("N");
        var wanted = slug == "taken" ? $"taken-{tag}" : slug;
        await shared.Server.CreateRecordAsync(shared.AdminToken, "posts", new { title = "A", slug = $"taken-{tag}", status = "draft" });

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => shared.Server.CreateRecordAsync(shared.AdminToken, "posts", new { title = "B", slug = wanted, status = "draft" }));

        Assert.Contains("\"slug\"", refused.Message, StringComparison.Ordinal);
    }
}
