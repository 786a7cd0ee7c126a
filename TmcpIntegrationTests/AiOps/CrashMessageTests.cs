using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>A killed process writes nothing about it, and is told all the same.</summary>
[Collection(TmcpStack.Collection)]
public sealed class CrashMessageTests(TmcpStack stack)
{
    [Fact]
    public async Task Killed_PocketBase_is_one_message_with_its_last_lines_and_its_start_an_edit()
    {
        using var agent = new AiOpsClient(stack);
        using var inbox = new Inbox(stack);
        var earlier = (await inbox.ListAsync()).Select(message => message.Id).ToHashSet();
        InboxMessage? told = null;
        try
        {
            await CommandAsync("break");
            await Until.TrueAsync(async () => (told = await NewAsync(inbox, earlier)) is not null, () => "a message about the end of pocketbase");

            Assert.Equal("🚨 Alert: pocketbase failure detected", told!.Title);
            Assert.Contains("ended unexpectedly, by a signal", told.Field("Description"), StringComparison.Ordinal);
            Assert.Contains("The process ended by a signal", told.Field("Evidence"), StringComparison.Ordinal);
            Assert.Equal("critical", told.Field("Severity"));
        }
        finally
        {
            await CommandAsync("start");
            using var limit = new CancellationTokenSource(Budgets.Ready);
            await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(Names.PocketBase, limit.Token);
        }

        var incident = told.Footer.Split(' ')[^1];
        var resolved = await inbox.WaitAsync(incident, message => message.Title.Contains("Resolved", StringComparison.Ordinal));
        Assert.Equal(told.Id, resolved.Id);
        Assert.Single(await inbox.ListAsync(), message => !earlier.Contains(message.Id) && IsAboutPocketBase(message));
    }

    private static async Task<InboxMessage?> NewAsync(Inbox inbox, HashSet<string> earlier) =>
        (await inbox.ListAsync()).FirstOrDefault(message => !earlier.Contains(message.Id) && IsAboutPocketBase(message));

    private static bool IsAboutPocketBase(InboxMessage message) => message.Title.Contains(Names.PocketBase, StringComparison.Ordinal);

    private async Task CommandAsync(string command)
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        var result = await stack.App.ResourceCommands.ExecuteCommandAsync(Names.PocketBase, command, limit.Token);
        Assert.True(result.Success, result.Message);
    }
}
