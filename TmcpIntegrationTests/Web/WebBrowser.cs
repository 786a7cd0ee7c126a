using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>A headless Chromium at the gateway; each context is a person of its own.</summary>
internal sealed class WebBrowser : IAsyncDisposable
{
    // A page of two development servers on two busy cores, not a claim.
    private const float PatienceMilliseconds = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address;

    private WebBrowser(IPlaywright playwright, IBrowser browser, string address) => (_playwright, _browser, _address) = (playwright, browser, address);

    public static async Task<WebBrowser> StartAsync(TmcpStack stack)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.ExecutablePath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new WebBrowser(playwright, browser, stack.Address(AppHost.Names.Gateway).GetLeftPart(UriPartial.Authority));
    }

    /// <summary>A new person's page.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = _address;
        options.Locale ??= "en";
        options.ViewportSize ??= new ViewportSize { Width = 1400, Height = 900 };
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        context.SetDefaultNavigationTimeout(PatienceMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Waits longer than the five seconds of the library, which a busy machine needs.</summary>
    public static ILocatorAssertions Expect(ILocator locator)
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        return Assertions.Expect(locator);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
