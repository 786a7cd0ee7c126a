using System.Diagnostics;
using Aspire.Hosting.Orchestration.Session;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>A <c>StopAndKillHost</c> running as a process of its own, and everything it has started.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private HostProcess(Process process, string folder, string[] ready)
    {
        _process = process;
        _folder = folder;
        SessionFolder = ready[1];
        Started = [.. ready[2..].Select(int.Parse)];
    }

    public string SessionFolder { get; }

    /// <summary>Processes of the resources, in the order the scenario names them.</summary>
    public IReadOnlyList<int> Started { get; }

    /// <summary>The API server and the controllers, and whatever else dcp runs for the session.</summary>
    public IReadOnlyList<int> DcpProcesses => ProcessTree.WithCommandLine(_folder + Path.DirectorySeparatorChar)
        .Where(pid => pid != _process.Id).ToList();

    public int ApiServer => DcpProcesses.Single(pid => ProcessTree.CommandLineOf(pid).Contains("start-apiserver", StringComparison.Ordinal));

    public int Controllers => DcpProcesses.Single(pid => ProcessTree.CommandLineOf(pid).Contains("run-controllers", StringComparison.Ordinal));

    /// <summary>Starts a scenario and waits until it says that everything runs.</summary>
    public static async Task<HostProcess> StartAsync(string scenario, string folder, params string[] arguments)
    {
        var program = Path.Combine(
            RepositoryFolder.Path, "artifacts", "bin", "StopAndKillHost", new DirectoryInfo(AppContext.BaseDirectory).Name, "StopAndKillHost");
        var start = new ProcessStartInfo(program, [scenario, folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["TMPDIR"] = folder;
        // The runtime's own pipes, which it leaves in the temporary folder when it is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = Process.Start(start)!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("READY ", StringComparison.Ordinal))
                return new HostProcess(process, folder, line.Split(' '));
        }

        throw new InvalidOperationException($"StopAndKillHost {scenario} ended before it was ready: {string.Join(" | ", lines)}");
    }

    public void Terminate() => Signals.Terminate(_process.Id);

    public void Kill() => Signals.Kill(_process.Id);

    /// <summary>Exit code and the lines written since it was ready.</summary>
    public async Task<(int Code, string Output)> WaitAsync(TimeSpan limit)
    {
        var rest = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        await _process.WaitForExitAsync().WaitAsync(limit);
        return (_process.ExitCode, string.Concat(await rest));
    }

    /// <summary>Waits until neither a resource nor dcp is left.</summary>
    public Task<TimeSpan> EverythingGoneAsync(TimeSpan limit) => Eventually.TrueAsync(
        () => Remaining().Count == 0,
        limit,
        () => string.Join(" | ", Remaining().Select(pid => $"{pid} {ProcessTree.CommandLineOf(pid)}")));

    public void Dispose()
    {
        foreach (var pid in (int[])[_process.Id, .. Remaining()])
            Signals.Kill(pid);
        _process.Dispose();
    }

    private List<int> Remaining() => [.. Started.Where(pid => ProcessIdentity.Find(pid) is not null), .. DcpProcesses];
}
