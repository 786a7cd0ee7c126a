using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>Who works on the hub sees an edit at once, at the address of the gateway.</summary>
[Collection(TmcpStack.Collection)]
public sealed class HubEditTests(TmcpStack stack)
{
    [BrowserFact]
    public async Task A_written_file_reaches_an_open_page_which_keeps_its_state()
    {
        await using var browser = await WebBrowser.StartAsync(stack);
        var page = await browser.OpenAsync("/hub/login");
        var sockets = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => sockets.Enqueue(socket.Url);
        await page.RunAndWaitForConsoleMessageAsync(() => page.ReloadAsync(), Saying("[vite] connected"));
        await page.GetByLabel("Email").FillAsync("half.written");

        // As an editor that saves what was there already: the working tree stays as it is.
        await page.RunAndWaitForConsoleMessageAsync(
            () =>
            {
                File.SetLastWriteTimeUtc(Path.Combine(RepositoryFolder.Path, "web", "hub", "src", "session", "LoginPage.tsx"), DateTime.UtcNow);
                return Task.CompletedTask;
            },
            Saying("[vite] hot updated: /src/session/LoginPage.tsx"));

        Assert.Equal([stack.Address(Names.Gateway).Authority], sockets.Select(address => new Uri(address).Authority).Distinct());
        await WebBrowser.Expect(page.GetByLabel("Email")).ToHaveValueAsync("half.written");
    }

    private static PageRunAndWaitForConsoleMessageOptions Saying(string text) => new() { Predicate = message => message.Text.Contains(text, StringComparison.Ordinal) };
}
