using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>Every page of the hub with the demo data, in a real browser: what only breaks there, breaks here.</summary>
[Collection(TmcpStack.Collection)]
public sealed partial class HubPagesTests(TmcpStack stack)
{
    // By status, by platform and by week.
    private const int Charts = 3;

    // A form behind an assistant's dialog, and a list that is open in it.
    private const int MostEscapes = 4;

    [BrowserFact]
    public async Task No_page_and_no_dialog_reports_an_error()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsDemoUserAsync(stack, browser);
        using var records = person.Records;
        var errors = Watch(person.Page);

        foreach (var menu in await person.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" }).GetByRole(AriaRole.Link).AllInnerTextsAsync())
        {
            await person.GoToAsync(menu);
            var main = person.Page.GetByRole(AriaRole.Main);
            if (menu == "Dashboard")
            {
                await WebBrowser.Expect(main.Locator(".recharts-wrapper")).ToHaveCountAsync(Charts);
                continue;
            }

            // The demo data is there once a record of it can be deleted.
            await WebBrowser.Expect(main.GetByRole(AriaRole.Button, new() { Name = "Delete" }).First).ToBeVisibleAsync();
            var names = await main.GetByRole(AriaRole.Button, new() { NameRegex = Opener() })
                .EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.ariaLabel ?? button.innerText.trim())");
            foreach (var name in names.Distinct())
                await OpenAndCloseAsync(person, name);
        }

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Assistant", Exact = true }).ClickAsync();
        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Complementary, new() { Name = "Assistant" })).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    private static ConcurrentQueue<string> Watch(IPage page)
    {
        var errors = new ConcurrentQueue<string>();
        page.PageError += (_, error) => errors.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Enqueue($"{page.Url}: {message.Text}");
        };
        return errors;
    }

    private static async Task OpenAndCloseAsync(HubPerson person, string button)
    {
        await person.PressAsync(button);
        var dialog = person.Page.Locator("[role=dialog], [role=alertdialog]");
        await WebBrowser.Expect(dialog.First).ToBeVisibleAsync();
        for (var escapes = 0; escapes < MostEscapes && await dialog.CountAsync() > 0; escapes++)
            await person.Page.Keyboard.PressAsync("Escape");
        await WebBrowser.Expect(dialog).ToHaveCountAsync(0);
    }

    // Not the days of the calendar, which all open the same form.
    [GeneratedRegex("^(New(?! event on)|Generate|Batch|Upload|Edit|Delete|Add)\\b")]
    private static partial Regex Opener();
}
