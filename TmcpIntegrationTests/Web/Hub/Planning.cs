using Microsoft.Playwright;

namespace Tmcp.IntegrationTests;

/// <summary>From a brand to the briefs of a campaign: the pages My Brand, Customers, Worksheets and Campaigns.</summary>
internal sealed class Planning(HubPerson person)
{
    private static readonly string[] Stages = ["Awareness", "Consideration", "Conversion", "Retention"];

    public async Task CreateBrandAsync(string name, params string[] keywords)
    {
        await person.GoToAsync("My Brand");
        await person.PressAsync("New Brand");
        await person.Form.FillAsync("Brand Name", name);
        await person.Form.FillAsync("Slogan", "Fly on a Tuesday");
        await person.Form.FillAsync("Mission", "Kites that a family can build and repair by itself.");
        // A comma ends a keyword.
        await person.Form.FillAsync("Keywords", string.Join(',', keywords));
        await person.Form.SaveAsync();
        await IsListedAsync(name);
    }

    public async Task GeneratePersonaAsync(string name, string brand)
    {
        await person.GoToAsync("Customers");
        await person.PressAsync("Generate via AI");
        await person.Form.ChooseAsync("Brand", brand);
        await person.Form.SelectAsync("Language", "English");
        await person.Form.GenerateAsync();
        await person.Form.FillAsync("Persona Name", name);
        await person.Form.SaveAsync();
        await IsListedAsync(name);
    }

    public async Task GenerateWorksheetAsync(string title, string brand, string persona)
    {
        await person.GoToAsync("Worksheets");
        await person.PressAsync("Generate via AI");
        await person.Form.ChooseAsync("Brands", brand);
        await person.Form.ChooseAsync("Personas", persona);
        await person.Form.SelectAsync("Language", "English");
        await person.Form.GenerateAsync();
        await person.Form.FillAsync("Title", title);
        await person.Form.SaveAsync();
        await IsListedAsync(title);
    }

    public async Task GenerateCampaignAsync(string name, string worksheet)
    {
        await person.GoToAsync("Campaigns");
        await person.PressAsync("Generate via AI");
        await person.Form.ChooseAsync("Worksheet", worksheet);
        await person.Form.FillAsync("Goal", "300 families at the spring workshop");
        await person.Form.SelectAsync("Language", "English");
        await person.Form.GenerateAsync();
        await person.Form.FillAsync("Campaign Name", name);
        await person.Form.SaveAsync();
    }

    /// <summary>Lets the server write briefs for each stage, and waits until all are on the page.</summary>
    public async Task GenerateBriefsAsync(string campaign, int perStage)
    {
        await person.Page.GetByRole(AriaRole.Link, new() { Name = $"Content briefs of {campaign}" }).ClickAsync();
        await person.PressAsync("Auto Gen");
        await person.Form.FillNumberAsync("Briefs per stage", perStage);
        await person.Form.SelectAsync("Language", "English");
        await person.Form.GenerateAsync(accept: "Show briefs");
        foreach (var stage in Stages)
        {
            var briefs = person.Page.GetByRole(AriaRole.Region, new() { Name = stage, Exact = true }).GetByRole(AriaRole.Article);
            await WebBrowser.Expect(briefs).ToHaveCountAsync(perStage);
        }
    }

    private Task IsListedAsync(string name)
        => WebBrowser.Expect(person.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = name })).ToBeVisibleAsync();
}
