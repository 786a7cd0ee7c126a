using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>
/// Scripts that do not arrive: Chromium breaks off whatever it is loading when a network of the machine comes or goes, be it that of a container.
/// </summary>
[Collection(TmcpStack.Collection)]
public sealed class HubLoadingTests(TmcpStack stack)
{
    private const string PageScript = "**/src/pages/brands/BrandsPage.tsx*";

    [BrowserFact]
    public async Task A_page_comes_although_its_script_and_one_that_it_needs_were_broken_off()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await person.CreateWorkspaceAsync("Interrupted");
        var script = await BreakOffOnceAsync(person.Page, PageScript);
        var needed = await BreakOffOnceAsync(person.Page, "**/src/pages/brands/BrandCard.tsx*");

        await person.GoToAsync("My Brand");

        Assert.True(script.Task.IsCompleted && needed.Task.IsCompleted, "Both scripts are loaded with this page, for the first time.");
    }

    [BrowserFact]
    public async Task The_hub_comes_although_its_first_script_was_broken_off()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        var first = await BreakOffOnceAsync(person.Page, "**/src/main.tsx*");

        await person.Page.ReloadAsync();

        await first.Task.WaitAsync(Budgets.Ready);
        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_page_whose_script_stays_away_says_so_and_comes_when_it_is_loaded_again()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await person.CreateWorkspaceAsync("Missing");
        await person.Page.RouteAsync(PageScript, route => route.AbortAsync());

        await person.ChooseAsync("My Brand");

        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A newer version of the hub is there, or the connection failed.");
        await person.Page.UnrouteAsync(PageScript);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Load again", Exact = true }).ClickAsync();
        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "My Brand" })).ToBeVisibleAsync();
    }

    private static async Task<TaskCompletionSource> BreakOffOnceAsync(IPage page, string address)
    {
        var done = new TaskCompletionSource();
        await page.RouteAsync(address, async route =>
        {
            await route.AbortAsync();
            done.TrySetResult();
        }, new PageRouteOptions { Times = 1 });
        return done;
    }
}
