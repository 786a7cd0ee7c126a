using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

[Collection(TmcpStack.Collection)]
public sealed class BridgeCrashTests(TmcpStack stack)
{
    [Fact]
    public async Task A_bridge_killed_in_mid_chat_is_an_error_event_and_its_start_command_heals_the_next_chat()
    {
        using var user = await PocketBaseClient.SignInAsDemoUserAsync(stack);
        using var chat = new AgentChat(stack, user.Token);
        var agentPid = Pid(Names.Agent);
        using var bridge = Process.GetProcessById(Pid(Names.Bridge));

        // Frozen before and killed at the first event: on a busy machine it would otherwise have answered every call before the event is read here.
        Freeze(bridge);
        var broken = await chat.SendAsync("Create a campaign called \"Never\"", async _ =>
        {
            if (!bridge.HasExited)
            {
                bridge.Kill();
                await bridge.WaitForExitAsync();
            }
        });

        try
        {
            await AssertCrashIsShownAsync();
            Assert.Equal("error", ChatEvents.TypeOf(broken.Last));
            Assert.Contains("bridge", broken.Last.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            await StartBridgeAsync();
        }

        (await chat.SendAsync("List my campaigns")).AssertDone();
        Assert.Equal(agentPid, Pid(Names.Agent));
    }

    private static void Freeze(Process process)
    {
        using var signal = Process.Start("kill", ["-STOP", process.Id.ToString(CultureInfo.InvariantCulture)]);
        signal.WaitForExit();
    }

    private async Task StartBridgeAsync()
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        var started = await stack.App.ResourceCommands.ExecuteCommandAsync(Names.Bridge, "start", limit.Token);
        Assert.True(started.Success, started.Message);
        await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(Names.Bridge, limit.Token);
    }

    private async Task AssertCrashIsShownAsync()
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        await stack.App.ResourceNotifications.WaitForResourceAsync(
            Names.Bridge, item => KnownResourceStates.TerminalStates.Contains(item.Snapshot.State?.Text), limit.Token);

        var lines = new List<string>();
        var logger = stack.App.Services.GetRequiredService<ResourceLoggerService>();
        await foreach (var batch in logger.GetAllAsync(Names.Bridge).WithCancellation(limit.Token))
            lines.AddRange(batch.Select(line => line.Content));
        Assert.Contains(lines, line => line.Contains("The process ended", StringComparison.Ordinal));
    }

    private int Pid(string resource)
    {
        var snapshot = stack.App.ResourceNotifications.TryGetCurrentState(InstanceOf(resource), out var current) ? current.Snapshot : null;
        return Convert.ToInt32(snapshot?.Properties.Single(property => property.Name == "executable.pid").Value);
    }

    // Without replicas a resource has one instance, whose id is what the notification carries.
    private string InstanceOf(string resource)
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        return stack.App.ResourceNotifications.WaitForResourceAsync(resource, _ => true, limit.Token).GetAwaiter().GetResult().ResourceId;
    }
}
