using Microsoft.Playwright;

namespace Tmcp.IntegrationTests;

/// <summary>A message and its variants: the page Social Posts.</summary>
internal sealed class Writing(HubPerson person)
{
    /// <summary>All that the hub knows, by their names there.</summary>
    public static readonly string[] Platforms = ["Facebook", "Instagram", "LinkedIn", "X (Twitter)", "TikTok", "YouTube", "Blog", "Email"];

    public async Task GenerateMessageAsync(string campaign)
    {
        await person.GoToAsync("Social Posts");
        await person.PressAsync("New Master Content");
        await person.Form.ChooseAsync("Campaign", campaign);
        await person.Form.SelectAsync("Language", "English");
        // Begins at once; a dialog before the form shows it.
        await person.Form.GenerateAsync("Generate via AI");
        await person.Form.SaveAsync();
    }

    public async Task GenerateVariantsAsync()
    {
        await person.PressAsync("Add Variant");
        await person.Form.PressAsync("Generate Multiple via AI");
        await person.Form.CheckAllAsync();
        await person.Form.SelectAsync("Language", "English");
        await person.Form.GenerateAsync("Generate Variants", "Save Variants");
        await person.IsToldAsync($"{Platforms.Length} variants were saved.");
        foreach (var platform in Platforms)
            await WebBrowser.Expect(Variant(platform)).ToBeVisibleAsync();
    }

    public ILocator Variant(string platform) => person.Page.GetByRole(AriaRole.Article, new() { Name = platform, Exact = true });
}
