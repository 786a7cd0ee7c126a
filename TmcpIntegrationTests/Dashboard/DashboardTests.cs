using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

[Collection(TmcpStack.Collection)]
public sealed class DashboardTests(TmcpStack stack)
{
    private const float PatienceMilliseconds = 60_000;

    [BrowserFact]
    public async Task A_person_signs_in_with_the_token_and_sees_every_resource_running()
    {
        await using var browser = await DashboardBrowser.OpenAsync(await LoginAddressAsync());
        var page = browser.Page;

        foreach (var resource in TmcpStack.Resources)
        {
            var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = resource }).First;
            await row.WaitForAsync(new() { Timeout = PatienceMilliseconds });
            await Assertions.Expect(row).ToContainTextAsync("Running", new() { Timeout = PatienceMilliseconds });
            await Assertions.Expect(row).Not.ToContainTextAsync("Unhealthy");
        }
    }

    [BrowserFact]
    public async Task Console_lines_of_a_resource_are_live()
    {
        await using var browser = await DashboardBrowser.OpenAsync(await LoginAddressAsync());

        await browser.Page.GotoAsync("/consolelogs/resource/pocketbase");

        await Assertions.Expect(browser.Page.GetByText("Server started at").First).ToBeVisibleAsync(new() { Timeout = PatienceMilliseconds });
    }

    [BrowserFact]
    public async Task Secrets_are_masked_in_the_parameters()
    {
        await using var browser = await DashboardBrowser.OpenAsync(await LoginAddressAsync());

        await browser.Page.GotoAsync("/?view=Parameters");

        await browser.Page.GetByText("demo-password").First.WaitForAsync(new() { Timeout = PatienceMilliseconds });
        Assert.DoesNotContain(stack.DemoPassword, await browser.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_page_loads_trace_leads_from_the_gateway_through_the_blog_to_PocketBase()
    {
        var trace = $"{Guid.NewGuid():N}";
        using var client = stack.CreateGatewayClient();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-b7ad6b7169203331-01");
        // A tag that nobody asked for before, so that no copy answers.
        using var page = await client.GetAsync($"/blog/?tag={trace}");
        page.EnsureSuccessStatusCode();

        await using var browser = await DashboardBrowser.OpenAsync(await LoginAddressAsync());
        await browser.Page.GotoAsync($"/traces/detail/{trace}");

        foreach (var resource in (string[])[Names.Gateway, Names.Blog, Names.PocketBase])
            await Assertions.Expect(browser.Page.GetByText(resource).First).ToBeVisibleAsync(new() { Timeout = PatienceMilliseconds });
        await Assertions.Expect(browser.Page.GetByText("GET /blog").First).ToBeVisibleAsync();
    }

    private async Task<Uri> LoginAddressAsync()
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        await stack.App.ResourceNotifications.WaitForResourceAsync("aspire-dashboard", KnownResourceStates.Running, limit.Token);
        var configuration = stack.App.Services.GetRequiredService<IConfiguration>();
        return new Uri(new Uri(configuration["ASPNETCORE_URLS"]!), $"/login?t={configuration["AppHost:BrowserToken"]}");
    }
}
