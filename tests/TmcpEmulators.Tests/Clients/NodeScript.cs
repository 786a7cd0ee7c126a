using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Clients;

/// <summary>Runs a script of <c>tests/clients</c>.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>The script's exit code and everything that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, string emulator, params string[] arguments)
    {
        await NodeModules.EnsureAsync();
        var start = new ProcessStartInfo("node", [Path.Combine(RepositoryFolder.Path, "tests", "clients", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["EMULATOR_URL"] = emulator;

        using var node = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Timeout);
        var output = new ProcessOutput(node);
        try
        {
            await node.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException exception)
        {
            node.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} did not end within {Timeout}. Its output:\n{output.Text}", exception);
        }

        return (node.ExitCode, output.Text);
    }
}
