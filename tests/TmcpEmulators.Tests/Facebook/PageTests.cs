using Microsoft.Playwright;
using Tmcp.Tests.Shared;
using TmcpEmulators.Tests.Hosting;

namespace TmcpEmulators.Tests.Facebook;

/// <summary>The page with the posts in a real browser.</summary>
public sealed class PageTests
{
    [BrowserFact]
    public async Task Page_shows_posts_live_and_runs_nothing_of_theirs()
    {
        await using var facebook = await FacebookEmulator.StartAsync();
        await using var browser = await BrowserPage.OpenAsync();
        var page = browser.Page;
        await facebook.PostAsync(("message", "before the page"));
        await page.GotoAsync(facebook.Address);
        await page.GetByText("before the page").WaitForAsync();

        var id = (string)(await facebook.PostAsync(("message", "Tối Chủ nhật <img src=x onerror=alert(1)> https://example.com/a #KệXanh"), ("link", "https://example.com/b"))).Body!["id"]!;
        var post = page.Locator($"[data-id='{id}']");
        await post.WaitForAsync();

        Assert.Contains("<img src=x onerror=alert(1)>", await post.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await post.Locator("img, script").CountAsync());
        Assert.Equal(["https://example.com/a", "https://example.com/b"], await post.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)"));
        Assert.Equal("#KệXanh", await post.Locator(".tag").InnerTextAsync());
        Assert.Contains(id, await page.Locator("main > article").First.InnerTextAsync(), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("TMCP_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "facebook-page.png") });

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete all posts" }).ClickAsync();
        await page.GetByText("No posts yet").WaitForAsync();
        Assert.Empty(browser.Problems);
    }
}
