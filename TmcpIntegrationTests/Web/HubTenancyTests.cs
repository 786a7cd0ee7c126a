using Microsoft.Playwright;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>Two people in two workspaces: neither finds anything of the other in the hub.</summary>
[Collection(TmcpStack.Collection)]
public sealed class HubTenancyTests(TmcpStack stack)
{
    [BrowserFact]
    public async Task Two_people_in_two_workspaces_never_see_each_others_records()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var (first, firstWorkspace) = await SignUpAsync(browser, "Cedar");
        var (second, secondWorkspace) = await SignUpAsync(browser, "Maple");
        using var firstRecords = first.Records;
        using var secondRecords = second.Records;

        await SeesOnlyAsync(first, "Cedar", "Maple");
        await SeesOnlyAsync(second, "Maple", "Cedar");

        await IsNotLetIntoAsync(second, firstWorkspace, "Maple", "Cedar");
        await IsNotLetIntoAsync(first, secondWorkspace, "Cedar", "Maple");
        await CannotOpenCampaignOfAsync(first, second);
    }

    private async Task<(HubPerson Person, string WorkspaceId)> SignUpAsync(WebBrowser browser, string name)
    {
        var person = await HubPerson.SignInAsync(stack, browser);
        var workspace = await person.CreateWorkspaceAsync(name);
        await HubCampaign.CreateAsync(person.Records, workspace, name);
        return (person, workspace);
    }

    private static async Task SeesOnlyAsync(HubPerson person, string own, string other)
    {
        foreach (var menu in new[] { "My Brand", "Customers", "Worksheets", "Campaigns" })
        {
            await person.GoToAsync(menu);
            await HoldsOnlyAsync(person, own, other);
        }
    }

    // The hub keeps the chosen workspace on the device: a foreign one that is put there falls back to the person's own.
    private static async Task IsNotLetIntoAsync(HubPerson person, string foreignWorkspace, string own, string other)
    {
        await person.Page.EvaluateAsync("id => localStorage.setItem('tmcp_current_workspace_id', id)", foreignWorkspace);
        await person.Page.ReloadAsync();
        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = $"Workspace: {own}" })).ToBeVisibleAsync();
        await HoldsOnlyAsync(person, own, other);
    }

    private static async Task CannotOpenCampaignOfAsync(HubPerson owner, HubPerson stranger)
    {
        var campaign = (string)Assert.Single(await owner.Records.ListAsync("marketing_campaigns"))!["id"]!;
        await stranger.Page.GotoAsync($"/hub/campaigns/{campaign}/briefs");
        await WebBrowser.Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("It is not there any more, or it is not yours.");
    }

    private static async Task HoldsOnlyAsync(HubPerson person, string own, string other)
    {
        var main = person.Page.GetByRole(AriaRole.Main);
        await WebBrowser.Expect(main.GetByText(own).First).ToBeVisibleAsync();
        Assert.DoesNotContain(other, await main.InnerTextAsync(), StringComparison.Ordinal);
    }
}
