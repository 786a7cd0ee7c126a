using System.Net;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Records;

/// <summary>The filters, sorts and expansions that the clients use.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class QueryTests(SharedServer shared)
{
    [Theory]
    [InlineData("brand_identities", "workspace_id = \"{w}\"")]
    [InlineData("master_contents", "campaign_id = \"x\" && workspace_id = \"{w}\"")]
    [InlineData("posts", "slug=\"s\" && status=\"published\"")]
    [InlineData("video_jobs", "status='queued' && workspace_id='{w}'")]
    [InlineData("video_jobs", "(status='claimed' || status='rendering') && lease_until<'2026-01-01 00:00:00'")]
    [InlineData("workspaces", "members.id ?= '{w}' || owner_id='{w}'")]
    [InlineData("worksheets", "workspace_id.members.id ?= '{w}'")]
    public async Task Filters_of_the_clients_are_understood(string collection, string filter)
    {
        var workspace = await shared.Server.CreateWorkspaceAsync(shared.Home.Owner, "Empty");

        var answer = await shared.Server.SendAsync(
            shared.Home.Owner.Token, HttpMethod.Get, Path(collection, $"filter={Uri.EscapeDataString(filter.Replace("{w}", workspace, StringComparison.Ordinal))}"));

        Assert.Equal(0, (int)answer["totalItems"]!);
    }

    [Theory]
    [InlineData("inspiration_events", "event_date")]
    [InlineData("content_briefs", "funnel_stage,angle_name")]
    [InlineData("master_contents", "-id")]
    [InlineData("video_jobs", "-priority,-id")]
    [InlineData("agent_logs", "-created")]
    public async Task Sorts_of_the_clients_order_the_records(string collection, string sort)
    {
        var workspace = await shared.Server.CreateWorkspaceAsync(shared.Home.Owner, "Sorted");
        var samples = new Samples(shared.Server, shared.AdminToken);
        for (var count = 0; count < 3; count++)
            await samples.CreateAsync(collection, workspace);
        var first = sort.Split(',')[^1];

        var answer = await shared.Server.SendAsync(
            shared.Home.Owner.Token, HttpMethod.Get, Path(collection, $"filter=workspace_id='{workspace}'&sort={Uri.EscapeDataString(sort)}"));

        var keys = answer["items"]!.AsArray().Select(item => (string)item![first.TrimStart('-')]!).ToList();
        Assert.Equal(3, keys.Count);
        Assert.Equal(first.StartsWith('-') ? keys.OrderDescending(StringComparer.Ordinal) : keys.Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [InlineData("worksheets", "brandRefs,customerRefs", "brandRefs customerRefs")]
    [InlineData("worksheets", "customerRefs,noSuchRelation", "customerRefs")]
    [InlineData("marketing_campaigns", "worksheet_id,product_id,product_id.brand_id", "product_id worksheet_id")]
    [InlineData("products_services", "brand_id", "brand_id")]
    [InlineData("customer_personas", "avatar", "")]
    public async Task Expansions_of_the_clients_are_filled_in(string collection, string expand, string expected)
    {
        var demo = await shared.Server.SignInAsync("users", "demo@tmcp.local", SharedServer.DemoPassword);

        var answer = await shared.Server.SendAsync(demo, HttpMethod.Get, Path(collection, $"sort=created,id&expand={expand}"));

        var expanded = answer["items"]![0]!["expand"]?.AsObject();
        Assert.Equal(expected, string.Join(' ', (expanded ?? []).Select(pair => pair.Key).Order(StringComparer.Ordinal)));
        if (expand.Contains('.', StringComparison.Ordinal))
            Assert.Equal("Kệ Xanh", (string)expanded!["product_id"]!["expand"]!["brand_id"]!["brand_name"]!);
    }

    [Theory]
    [InlineData("sort=nope")]
    [InlineData("filter=nope='1'")]
    [InlineData("filter=status='a")]
    public async Task A_query_by_an_unknown_field_or_a_broken_filter_is_refused(string query)
    {
        var tenant = shared.Home;
        using var client = shared.Server.CreateClient(tenant.Owner.Token);

        using var answer = await client.GetAsync(Path("worksheets", query));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Path(string collection, string query) => $"api/collections/{collection}/records?{query}";
}
