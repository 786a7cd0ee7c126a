using System.Net;
using System.Net.Http.Json;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Rules;

/// <summary>Nothing crosses from one workspace to another, also for a caller who belongs to both.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class TenancyTests(SharedServer shared)
{
    public static TheoryData<string> Collections => [.. Samples.Collections];

    /// <summary>Every relation between records of a workspace.</summary>
    public static TheoryData<string, string, string> Relations => new()
    {
        { "brand_identities", "logo", "media_assets" },
        { "customer_personas", "avatar", "media_assets" },
        { "products_services", "brand_id", "brand_identities" },
        { "worksheets", "event_id", "inspiration_events" },
        { "worksheets", "brandRefs", "brand_identities" },
        { "worksheets", "customerRefs", "customer_personas" },
        { "marketing_campaigns", "worksheet_id", "worksheets" },
        { "marketing_campaigns", "product_id", "products_services" },
        { "content_briefs", "campaign_id", "marketing_campaigns" },
        { "master_contents", "campaign_id", "marketing_campaigns" },
        { "master_contents", "primaryMediaIds", "media_assets" },
        { "platform_variants", "master_content_id", "master_contents" },
        { "platform_variants", "platformMediaIds", "media_assets" },
        { "tracking_links", "variant_id", "platform_variants" },
        { "social_interactions", "variant_id", "platform_variants" },
        { "leads", "campaign_id", "marketing_campaigns" },
    };

    private Samples Samples => new(shared.Server, shared.AdminToken);

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task No_record_moves_to_another_workspace_and_none_is_made_in_a_foreign_one(string collection)
    {
        var mine = shared.Home;
        var foreign = shared.Foreign;
        var alsoMine = await shared.Server.CreateWorkspaceAsync(mine.Owner, "Second");
        var record = await Samples.CreateAsync(collection, mine.WorkspaceId);
        using var owner = shared.Server.CreateClient(mine.Owner.Token);
        var root = $"api/collections/{collection}/records";

        foreach (var target in (string[])[foreign.WorkspaceId, alsoMine, ""])
        {
            using var moved = await owner.PatchAsJsonAsync($"{root}/{record}", new { workspace_id = target });
            Assert.False(moved.IsSuccessStatusCode, $"{collection} moved to '{target}'");
        }

        using var body = Samples.ToContent(collection, await Samples.FieldsAsync(collection, foreign.WorkspaceId));
        using var made = await owner.PostAsync(root, body);
        Assert.Equal(HttpStatusCode.BadRequest, made.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Relations))]
    public async Task No_relation_leads_to_another_workspace(string collection, string field, string target)
    {
        var tenant = shared.Home;
        var second = await shared.Server.CreateWorkspaceAsync(tenant.Owner, "Second");
        var foreign = await Samples.CreateAsync(target, second);
        var near = await Samples.CreateAsync(target, tenant.WorkspaceId);
        var record = await Samples.CreateAsync(collection, tenant.WorkspaceId);
        var path = $"api/collections/{collection}/records/{record}";

        foreach (var token in (string[])[tenant.Owner.Token, shared.AdminToken])
        {
            using var client = shared.Server.CreateClient(token);
            foreach (var name in (string[])[field, $"{field}+"])
            {
                using var crossed = await client.PatchAsJsonAsync(path, new Dictionary<string, string> { [name] = foreign });
                Assert.Equal(HttpStatusCode.BadRequest, crossed.StatusCode);
                Assert.Contains($"\"{field}\":{{\"code\":\"validation_missing_rel_records\"", await crossed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            using var kept = await client.PatchAsJsonAsync(path, new Dictionary<string, string> { [field] = near });
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        }

        var fields = await Samples.FieldsAsync(collection, tenant.WorkspaceId);
        fields[field] = foreign;
        using var owner = shared.Server.CreateClient(tenant.Owner.Token);
        using var made = await owner.PostAsJsonAsync($"api/collections/{collection}/records", fields);
        Assert.Equal(HttpStatusCode.BadRequest, made.StatusCode);
    }

    [Fact]
    public async Task A_worksheet_may_refer_to_a_global_event_which_everyone_reads_and_only_superusers_write()
    {
        var tenant = shared.Home;
        const string root = "api/collections/inspiration_events/records";
        var global = (string)(await shared.Server.CreateRecordAsync(shared.AdminToken, "inspiration_events", new { event_name = "Earth Day" }))["id"]!;
        using var member = shared.Server.CreateClient(tenant.Member.Token);
        using var guest = shared.Server.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"{root}/{global}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"{root}/{global}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.PostAsJsonAsync(root, new { event_name = "Mine for all" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.PatchAsJsonAsync($"{root}/{global}", new { event_name = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.DeleteAsync($"{root}/{global}")).StatusCode);
        await shared.Server.CreateRecordAsync(
            tenant.Member.Token, "worksheets", new { workspace_id = tenant.WorkspaceId, title = "W", status = "draft", event_id = global });
        await shared.Server.SendAsync(shared.AdminToken, HttpMethod.Delete, $"{root}/{global}");
    }
}
