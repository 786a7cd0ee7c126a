using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Hosting;

/// <summary>A page in a headless Chromium. <see cref="Problems"/> has what a page must not do: write to the console, fail, open a dialog.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BrowserPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Console += (_, message) => Problems.Add(message.Text);
        page.PageError += (_, error) => Problems.Add(error);
        page.Dialog += (_, dialog) => Problems.Add($"dialog {dialog.Message}");
    }

    public IPage Page { get; }

    public List<string> Problems { get; } = [];

    public static async Task<BrowserPage> OpenAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.ExecutablePath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
        return new BrowserPage(playwright, browser, await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1000, Height = 900 } }));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
