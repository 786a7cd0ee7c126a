using Microsoft.Playwright;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>Work of the server that outlives the page that asked for it.</summary>
[Collection(TmcpStack.Collection)]
public sealed class HubBatchTests(TmcpStack stack)
{
    private const int Posts = 3;

    [BrowserFact]
    public async Task A_batch_goes_on_when_the_page_is_loaded_again_and_writes_nothing_twice()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var person = await HubPerson.SignInAsync(stack, browser);
        using var records = person.Records;
        await HubCampaign.CreateAsync(records, await person.CreateWorkspaceAsync("Batches"), "Autumn");
        await person.GoToAsync("Social Posts");
        await person.PressAsync("Batch Generate");
        await person.Form.ChooseAsync("Campaign", "Autumn");
        await person.Form.FillNumberAsync("Number of Posts", Posts);
        await person.Form.CheckAllAsync();
        await person.Form.SelectAsync("Language", "English");

        // The stand-in for a model would have written everything before the page is there again.
        await using (await new ResourceProcess(stack, Names.Ollama).PauseAsync())
        {
            await person.Form.PressAsync("Generate");
            await WebBrowser.Expect(person.Page.GetByText("You may leave this page and come back.")).ToBeVisibleAsync();
            await person.Page.ReloadAsync();
            await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Batch for \"Autumn\"" })).ToBeVisibleAsync();
            await person.PressAsync("Show progress");
        }

        await person.Form.AcceptAsync("Show posts");
        await WebBrowser.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = $"Show Variants ({Writing.Platforms.Length})" })).ToHaveCountAsync(Posts);
        Assert.Equal(Posts, (await records.ListAsync("master_contents")).Count);
        Assert.Equal(Posts * Writing.Platforms.Length, (await records.ListAsync("platform_variants")).Count);
    }
}
