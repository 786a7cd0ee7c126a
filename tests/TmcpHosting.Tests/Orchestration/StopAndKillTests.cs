using Aspire.Hosting.Orchestration.Session;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>
/// What everything else leans on: however a run ends, nothing of it stays. The scenario runs a process that obeys SIGTERM and,
/// with <c>stubborn</c>, one that ignores it.
/// </summary>
public sealed class StopAndKillTests : IDisposable
{
    private static readonly TimeSpan _gone = TimeSpan.FromSeconds(10);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Stop_leaves_no_process_and_no_folder(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path);

        host.Terminate();

        var (code, _) = await host.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(0, code);
        await host.EverythingGoneAsync(_gone);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Stop_is_not_held_up_by_a_process_that_ignores_the_signal(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path, "stubborn");

        host.Terminate();

        var (code, _) = await host.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(0, code);
        await host.EverythingGoneAsync(_gone);
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Killed_host_takes_everything_with_it(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path);

        host.Kill();

        await host.EverythingGoneAsync(_gone);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Killed_host_takes_a_process_with_it_that_ignores_the_signal(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path, "stubborn");

        host.Kill();

        await host.EverythingGoneAsync(_gone);
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Killed_api_server_is_reported_and_leaves_nothing(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path, "stubborn");

        Signals.Kill(host.ApiServer);

        await AssertLostAsync(host);
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Killed_controllers_are_reported_and_leave_nothing(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path, "stubborn");

        Signals.Kill(host.Controllers);

        await AssertLostAsync(host);
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Killed_orchestrator_is_reported_and_leaves_nothing(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path, "stubborn");

        foreach (var pid in new[] { host.ApiServer, host.Controllers })
            Signals.Kill(pid);

        await AssertLostAsync(host);
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Killed_host_and_orchestrator_take_a_process_with_them_that_ignores_the_signal(string scenario)
    {
        using var host = await HostProcess.StartAsync(scenario, _folder.Path, "stubborn");

        host.Kill();
        foreach (var pid in new[] { host.ApiServer, host.Controllers })
            Signals.Kill(pid);

        await host.EverythingGoneAsync(_gone);
    }

    [EngineTheory]
    [InlineData("session")]
    [InlineData("stack")]
    public async Task Folder_that_dcp_could_not_remove_is_removed_by_the_next_start(string scenario)
    {
        using var first = await HostProcess.StartAsync(scenario, _folder.Path);
        foreach (var pid in first.DcpProcesses)
            Signals.Kill(pid);
        first.Kill();
        await first.EverythingGoneAsync(_gone);
        Directory.CreateDirectory(first.SessionFolder);
        var dead = new ProcessIdentity(int.MaxValue, 1);
        await File.WriteAllTextAsync(Path.Combine(first.SessionFolder, "owner"), dead.ToString());

        using var second = await HostProcess.StartAsync(scenario, _folder.Path);

        Assert.False(Directory.Exists(first.SessionFolder));
        second.Terminate();
        await second.WaitAsync(TimeSpan.FromSeconds(10));
        await second.EverythingGoneAsync(_gone);
    }

    private async Task AssertLostAsync(HostProcess host)
    {
        var (code, output) = await host.WaitAsync(_gone);
        Assert.NotEqual(0, code);
        Assert.Contains("its API no longer answers", output, StringComparison.Ordinal);
        await host.EverythingGoneAsync(_gone);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }
}
