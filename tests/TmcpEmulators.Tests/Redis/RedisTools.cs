using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Redis;

/// <summary>Redis' own programs.</summary>
internal static class RedisTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Why tests that need the program cannot run, or null.</summary>
    public static string? Missing(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"{program} is not on PATH; Debian has it in redis-server or redis-tools.";

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = new ProcessOutput(process);
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill();
            throw new TimeoutException($"{program} did not end within {Patience}. Its output:\n{output.Text}", exception);
        }

        Assert.True(process.ExitCode == 0, output.Text);
        return output.Text;
    }
}
