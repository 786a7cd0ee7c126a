using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>What was said outlives the agent's process: it is in Redis.</summary>
[Collection(TmcpStack.Collection)]
public sealed class ThreadRestartTests(TmcpStack stack)
{
    [Fact]
    public async Task Chat_goes_on_after_a_restart_of_the_agent_where_it_was()
    {
        var name = $"Kept {Guid.NewGuid():N}";
        using var user = await PocketBaseClient.SignInAsDemoUserAsync(stack);
        using var chat = new AgentChat(stack, user.Token);
        (await chat.SendAsync($"Create a campaign called \"{name}\" with budget 5000")).AssertDone();

        using (var limit = new CancellationTokenSource(Budgets.Ready))
        {
            var restarted = await stack.App.ResourceCommands.ExecuteCommandAsync(Names.Agent, "restart", limit.Token);
            Assert.True(restarted.Success, restarted.Message);
            await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(Names.Agent, limit.Token);
        }

        // Only the thread knows what "it" is.
        (await chat.SendAsync("Set its status to active")).AssertDone();
        Assert.Equal("active", (string?)Assert.Single(await user.ListAsync("marketing_campaigns", $"name = \"{name}\""))!["status"]);
    }
}
