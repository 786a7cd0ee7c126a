using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>What a reader sees.</summary>
[Collection(TmcpStack.Collection)]
public sealed class BlogBrowserTests(TmcpStack stack)
{
    [BrowserFact]
    public async Task A_reader_goes_from_the_home_page_to_an_article_and_back()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var page = await browser.OpenAsync("/");
        Assert.Contains("TMCP Engineering", await page.TitleAsync(), StringComparison.Ordinal);
        await WebBrowser.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { Name = "Read the articles" }).ClickAsync();
        var first = page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Link);
        var title = await first.InnerTextAsync();
        await first.ClickAsync();

        await WebBrowser.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "All articles" }).ClickAsync();
        await WebBrowser.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Articles");
    }

    [BrowserFact]
    public async Task On_a_narrow_screen_the_menu_opens_without_a_script_and_nothing_is_cut_off()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var page = await browser.OpenAsync("/blog/", new() { ViewportSize = new() { Width = 360, Height = 740 }, JavaScriptEnabled = false });

        await page.GetByLabel("Menu").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "About" }).First.ClickAsync();

        await WebBrowser.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("About TMCP Engineering");
    }

    [BrowserFact]
    public async Task An_unknown_article_is_a_page_that_leads_on()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var page = await browser.OpenAsync("/blog/no-such-article/");

        await WebBrowser.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See all articles" }).ClickAsync();
        await WebBrowser.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Articles");
    }
}
