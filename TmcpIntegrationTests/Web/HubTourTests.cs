using System.Net;
using System.Text.Json.Nodes;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The README's tour, walked by a new user in a browser; only the model and Facebook are stand-ins.</summary>
[Collection(TmcpStack.Collection)]
public sealed class HubTourTests(TmcpStack stack)
{
    [BrowserFact]
    public async Task A_new_user_goes_from_sign_in_to_a_post_on_Facebook_and_an_article_on_the_blog()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await person.CreateWorkspaceAsync("Tour");
        var brand = $"Kite{Guid.NewGuid():N}"[..12];

        var planning = new Planning(person);
        await planning.CreateBrandAsync(brand, "kites", "families");
        await planning.GeneratePersonaAsync("Weekend flyer", brand);
        await planning.GenerateWorksheetAsync("Spring plan", brand, "Weekend flyer");
        await planning.GenerateCampaignAsync("Spring", "Spring plan");
        await planning.GenerateBriefsAsync("Spring", perStage: 1);

        var writing = new Writing(person);
        var publishing = new Publishing(person, writing);
        await publishing.ConnectFacebookAsync("Tour page");
        await writing.GenerateMessageAsync("Spring");
        await writing.GenerateVariantsAsync();
        await publishing.ScheduleAsync("LinkedIn", DateTime.Today.AddDays(3).AddHours(9));
        await publishing.PushToFacebookAsync();
        var article = await publishing.PublishToBlogAsync();

        var variants = (await records.ListAsync("platform_variants")).ToDictionary(variant => (string)variant!["platform"]!, variant => variant!);
        Assert.Equal(Writing.Platforms.Length, variants.Count);
        Assert.Equal("scheduled", (string?)variants["linkedin"]["publish_status"]);
        await IsOnFacebookAsync(variants["facebook"]);
        await IsOnBlogAsync(browser, article, brand);
    }

    private async Task IsOnFacebookAsync(JsonNode variant)
    {
        using var facebook = stack.App.CreateHttpClient(Names.Facebook, "http");
        var posts = JsonNode.Parse(await facebook.GetStringAsync("/api/posts"))!.AsArray();
        var post = Assert.Single(posts, post => (string?)post!["id"] == (string?)variant["platform_post_id"])!;
        Assert.Equal((string?)variant["adapted_copy"], (string?)post["message"]);
    }

    private async Task IsOnBlogAsync(WebBrowser browser, string article, string brand)
    {
        using var pages = new Pages(stack);
        await pages.UntilAsync(article, (status, text) => status == HttpStatusCode.OK && text.Contains(brand, StringComparison.Ordinal), Budgets.Publish);
        await pages.UntilAsync("/blog/", (_, text) => text.Contains(article, StringComparison.Ordinal), Budgets.Publish);
        var reader = await browser.OpenAsync("/blog/");
        await reader.Locator($"a[href='{article}']").First.ClickAsync();
        await WebBrowser.Expect(reader.GetByRole(AriaRole.Main)).ToContainTextAsync(brand);
    }
}
