using Microsoft.Playwright;

namespace Tmcp.IntegrationTests;

/// <summary>What becomes of a variant: scheduled, on Facebook, on the blog.</summary>
internal sealed class Publishing(HubPerson person, Writing writing)
{
    public async Task ConnectFacebookAsync(string page)
    {
        await person.GoToAsync("Social Accounts");
        await person.PressAsync("New Social Account");
        await person.Form.SelectAsync("Platform", "Facebook");
        await person.Form.FillAsync("Account Name", page);
        await person.Form.FillAsync("Account ID", "100200300");
        await person.Form.FillByLabelAsync("Access Token", $"EAA{Guid.NewGuid():N}");
        await person.Form.SaveAsync();
        await WebBrowser.Expect(person.Page.GetByText("Token stored")).ToBeVisibleAsync();
    }

    public async Task ScheduleAsync(string platform, DateTime when)
    {
        await writing.Variant(platform).GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await person.Form.SelectAsync("Status", "Scheduled");
        await person.Form.FillByLabelAsync("Scheduled for", when.ToString("yyyy-MM-ddTHH:mm"));
        await person.Form.SaveAsync();
        await IsAsync(platform, "Scheduled");
    }

    public async Task PushToFacebookAsync()
    {
        await PublishAsync("Facebook", "Push to Facebook");
        await person.IsToldAsync("The post is on Facebook.");
        await IsAsync("Facebook", "Published");
    }

    /// <summary>Answers the path of the article.</summary>
    public async Task<string> PublishToBlogAsync()
    {
        await PublishAsync("Blog", "Publish to Blog");
        await person.IsToldAsync("The article is on the blog.");
        await IsAsync("Blog", "Published");
        return (await writing.Variant("Blog").GetByRole(AriaRole.Link, new() { Name = "Open article" }).GetAttributeAsync("href"))!;
    }

    private async Task PublishAsync(string platform, string button)
    {
        await writing.Variant(platform).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await person.Form.SaveAsync(button);
    }

    private Task IsAsync(string platform, string status)
        => WebBrowser.Expect(writing.Variant(platform).GetByText(status, new() { Exact = true })).ToBeVisibleAsync();
}
