using System.Diagnostics;

namespace Tmcp.IntegrationTests;

/// <summary>What is left of the stack after it ended, in every way that it can end.</summary>
[Collection(AppHostProcesses.Collection)]
public sealed class StopAndKillTests
{
    // The documented limits are 2 s for Ctrl+C and 10 s for a kill; the machine that runs this may be busy.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(20);

    [LinuxFact]
    public async Task Interrupt_ends_everything_and_leaves_no_process_and_no_temporary_folder()
    {
        using var host = await AppHostProcess.StartAndWaitAsync();
        Assert.True(host.Descendants().Count >= 7, $"Fewer processes than the stack has: {host.Descendants().Count}\n{host.Output}");

        await SignalAsync("INT", host.Process.Id);
        await host.WaitForExitAsync(StopLimit);

        Assert.Equal(0, host.Process.ExitCode);
        await host.AssertNothingIsLeftAsync(StopLimit);
        Assert.Empty(host.TemporaryFiles);
    }

    [LinuxFact]
    public async Task Kill_of_the_AppHost_ends_every_process()
    {
        using var host = await AppHostProcess.StartAndWaitAsync();

        await SignalAsync("KILL", host.Process.Id);

        await host.AssertNothingIsLeftAsync(KillLimit);
    }

    [LinuxFact]
    public async Task Kill_of_the_orchestrator_ends_everything_and_the_next_start_cleans_what_it_left()
    {
        using var host = await AppHostProcess.StartAndWaitAsync();

        foreach (var pid in host.Descendants().Where(IsOrchestrator))
            await SignalAsync("KILL", pid);
        await host.AssertNothingIsLeftAsync(KillLimit);
        await host.WaitForExitAsync(KillLimit);
        Assert.NotEqual(0, host.Process.ExitCode);

        using var next = await AppHostProcess.StartAndWaitAsync(host.Folder);
        await SignalAsync("INT", next.Process.Id);
        await next.WaitForExitAsync(StopLimit);
        Assert.Empty(next.TemporaryFiles);
    }

    [LinuxFact]
    public async Task A_second_AppHost_on_the_same_data_is_refused_with_one_line()
    {
        using var first = await AppHostProcess.StartAndWaitAsync();
        using var second = AppHostProcess.Start(first.Folder);
        await second.WaitForExitAsync(Budgets.Start);

        Assert.NotEqual(0, second.Process.ExitCode);
        var line = Assert.Single(second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"in use by another AppHost (process {first.Process.Id})", line, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task An_unknown_switch_is_refused_with_one_line_before_anything_starts()
    {
        using var host = AppHostProcess.Start(folder: null, "--contaners", "never");
        await host.WaitForExitAsync(Budgets.Start);

        Assert.NotEqual(0, host.Process.ExitCode);
        Assert.Contains("'--contaners' is not known", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
        Assert.Empty(host.Descendants());
    }

    private static bool IsOrchestrator(int pid) =>
        File.Exists($"/proc/{pid}/cmdline")
        && File.ReadAllText($"/proc/{pid}/cmdline").Split('\0') is [var program, var command, ..]
        && Path.GetFileName(program) == "dcp"
        && command is "start-apiserver" or "run-controllers";

    private static async Task SignalAsync(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
    }
}
