using Microsoft.Playwright;
using Tmcp.Tests.Shared;
using TmcpEmulators.Tests.Hosting;

namespace TmcpEmulators.Tests.Discord;

/// <summary>The inbox page in a real browser.</summary>
public sealed class PageTests
{
    [BrowserFact]
    public async Task Page_shows_messages_live_and_runs_nothing_of_theirs()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        await using var browser = await BrowserPage.OpenAsync();
        var page = browser.Page;
        await discord.PostAsync("""{"content":"before the page"}""");
        await page.GotoAsync(discord.Address);
        await page.GetByText("before the page").WaitForAsync();

        var id = (string?)(await discord.PostAsync(
            """
            {"username":"AIOps <b>Alert</b>","content":"**bold** <img src=x onerror=alert(1)> [bad](javascript:alert(2)) [good](https://example.com/)",
             "embeds":[{"title":"🚨 Alert: pocketbase failure detected","description":"It answered 503.\n```\nERROR connect ECONNREFUSED <script>alert(3)</script>\n```","color":16711680,"timestamp":"2026-01-01T12:00:00Z",
               "fields":[{"name":"Root Cause Analysis (AI)","value":"PocketBase was *stopped*.\n> ECONNREFUSED 127.0.0.1:8090"},{"name":"Severity","value":"critical","inline":true},{"name":"Confidence","value":"0.9","inline":true},{"name":"Suggested Fix","value":"- start it\n- look at `pb.log`"}],
               "footer":{"text":"Powered by tmcp-aiops-agent"}}]}
            """)).Body!["id"];
        var message = page.Locator($"[data-id='{id}']");
        await message.WaitForAsync();

        Assert.Equal("bold", await message.Locator(".content strong").InnerTextAsync());
        Assert.Contains("<img src=x onerror=alert(1)>", await message.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["https://example.com/"], await message.Locator(".content a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)"));
        Assert.Equal(0, await message.Locator("img, script").CountAsync());
        Assert.Contains("<script>alert(3)</script>", await message.Locator("pre").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("rgb(255, 0, 0)", await message.Locator(".embed").EvaluateAsync<string>("embed => getComputedStyle(embed).borderLeftColor"));
        Assert.Equal(2, await message.Locator(".field.inline").CountAsync());
        if (Environment.GetEnvironmentVariable("TMCP_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "discord-inbox.png") });

        await discord.SendAsync(HttpMethod.Patch, $"/api/webhooks/{DiscordEmulator.Id}/{DiscordEmulator.Token}/messages/{id}", """{"content":"resolved","embeds":[]}""");
        await message.GetByText("(edited)").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Clear inbox" }).ClickAsync();
        await page.GetByText("No messages yet").WaitForAsync();
        Assert.Empty(browser.Problems);
    }
}
