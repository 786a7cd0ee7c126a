using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>A headless Chromium that is signed in to the dashboard.</summary>
internal sealed class DashboardBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private DashboardBrowser(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    public static async Task<DashboardBrowser> OpenAsync(Uri login)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.ExecutablePath,
            // Chromium looks for its maker's hosts at every start; the rest is what a root user without a screen needs.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = login.GetLeftPart(UriPartial.Authority),
            ViewportSize = new ViewportSize { Width = 1500, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(login.ToString());
        return new DashboardBrowser(playwright, browser, page);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
