using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Tmcp.IntegrationTests;

/// <summary>A marketer with an account of his own who is signed in to the hub, in English.</summary>
internal sealed class HubPerson
{
    private HubPerson(IPage page, PocketBaseClient records) => (Page, Records) = (page, records);

    public IPage Page { get; }

    /// <summary>The same person without a browser: to arrange and to look into the database.</summary>
    public PocketBaseClient Records { get; }

    /// <summary>The dialog in front; those behind it are hidden from assistive tools, and so from this.</summary>
    public HubForm Form => new(Page);

    /// <summary>Makes an account and signs it in at the login page.</summary>
    public static async Task<HubPerson> SignInAsync(TmcpStack stack, WebBrowser browser)
    {
        var (email, password) = await CreateAccountAsync(stack);
        return await SignInAsync(stack, browser, email, password);
    }

    /// <summary>Signs in the user whom the demo data belongs to. Others share it: look only.</summary>
    public static Task<HubPerson> SignInAsDemoUserAsync(TmcpStack stack, WebBrowser browser)
        => SignInAsync(stack, browser, PocketBaseClient.DemoUser, stack.DemoPassword);

    private static async Task<HubPerson> SignInAsync(TmcpStack stack, WebBrowser browser, string email, string password)
    {
        // The hub speaks the browser's language until a person chooses another.
        var page = await browser.OpenAsync("/hub/", new() { Locale = "en-GB" });
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await WebBrowser.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" })).ToBeVisibleAsync();
        return new HubPerson(page, await PocketBaseClient.SignInAsync(stack, email, password));
    }

    /// <summary>Makes the first workspace, which the hub asks for, and answers its id.</summary>
    public async Task<string> CreateWorkspaceAsync(string name)
    {
        await PressAsync("Create workspace");
        await Form.FillAsync("Workspace Name", name);
        await Form.SaveAsync("Create workspace");
        await WebBrowser.Expect(Page.GetByRole(AriaRole.Button, new() { Name = $"Workspace: {name}" })).ToBeVisibleAsync();
        return (string)Assert.Single(await Records.ListAsync("workspaces"))!["id"]!;
    }

    /// <summary>Opens a page by the menu.</summary>
    public async Task GoToAsync(string menu)
    {
        await ChooseAsync(menu);
        await WebBrowser.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = menu })).ToBeVisibleAsync();
    }

    /// <summary>Chooses a page in the menu, whatever comes then.</summary>
    public Task ChooseAsync(string menu)
        => Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" }).GetByRole(AriaRole.Link, new() { Name = menu, Exact = true }).ClickAsync();

    /// <summary>Presses the first button of that name on the page.</summary>
    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Waits for a message in the corner.</summary>
    public Task IsToldAsync(string text)
        => WebBrowser.Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Notifications" }).GetByText(text).First).ToBeVisibleAsync();

    private static async Task<(string Email, string Password)> CreateAccountAsync(TmcpStack stack)
    {
        var password = Guid.NewGuid().ToString("N");
        var email = $"user-{Guid.NewGuid():N}@tmcp.local";
        using var guest = stack.CreateGatewayClient();
        using var created = await guest.PostAsJsonAsync(
            "/pb/api/collections/users/records", new { email, password, passwordConfirm = password, name = "A Marketer" });
        created.EnsureSuccessStatusCode();
        return (email, password);
    }
}
