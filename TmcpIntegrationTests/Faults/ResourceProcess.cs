using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Tmcp.IntegrationTests;

/// <summary>The process behind a resource: killed as <c>kill -9</c> does, and started again as a person would. Nothing else restarts it.</summary>
internal sealed class ResourceProcess(TmcpStack stack, string resource)
{
    /// <summary>Its id, as the dashboard shows it.</summary>
    public async Task<int> IdAsync()
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        var current = await stack.App.ResourceNotifications.WaitForResourceAsync(
            resource, item => item.Snapshot.State?.Text == KnownResourceStates.Running && Property(item) is not null, limit.Token);
        return Convert.ToInt32(Property(current), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it in the middle of whatever it does, and waits until the graph shows that it ended.</summary>
    public async Task KillAsync()
    {
        using (var process = Process.GetProcessById(await IdAsync()))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(Budgets.Ready);
        await stack.App.ResourceNotifications.WaitForResourceAsync(
            resource, item => KnownResourceStates.TerminalStates.Contains(item.Snapshot.State?.Text), limit.Token);
    }

    /// <summary>Holds it still until the result is disposed of: for work that would be done before a test could look at it.</summary>
    public async Task<PausedProcess> PauseAsync() => await PausedProcess.StopAsync(await IdAsync());

    /// <summary>Issues the resource's <c>start</c> command and waits until it is healthy.</summary>
    public async Task StartAsync()
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        var started = await stack.App.ResourceCommands.ExecuteCommandAsync(resource, "start", limit.Token);
        Assert.True(started.Success, started.Message);
        await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(resource, limit.Token);
    }

    private static object? Property(ResourceEvent item) => item.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value;
}
