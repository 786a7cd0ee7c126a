using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The assistant's panel, which stands beside the page that its user is on.</summary>
[Collection(TmcpStack.Collection)]
public sealed class HubChatTests(TmcpStack stack)
{
    [BrowserFact]
    public async Task A_campaign_that_the_assistant_is_asked_for_shows_on_the_page_beside_it()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await person.CreateWorkspaceAsync("Talk");
        await person.GoToAsync("Campaigns");
        // The list has been read before anything is in it.
        await WebBrowser.Expect(person.Page.GetByText("There is no campaign yet.")).ToBeVisibleAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Assistant", Exact = true }).ClickAsync();

        var panel = person.Page.GetByRole(AriaRole.Complementary, new() { Name = "Assistant" });
        await panel.GetByLabel("Message").FillAsync("Create a campaign called \"Kites in spring\" with budget 5000");
        await panel.GetByLabel("Message").PressAsync("Enter");

        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Main).GetByText("Kites in spring")).ToBeVisibleAsync();
        Assert.Equal("Kites in spring", (string?)Assert.Single(await records.ListAsync("marketing_campaigns"))!["name"]);
    }
}
