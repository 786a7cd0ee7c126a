using System.Diagnostics;

namespace Tmcp.Tools.Tests;

/// <summary>The program as the cluster starts it.</summary>
internal static class ToolProcess
{
    // A backup of a test's database takes a second; a process that hangs must not hold the suite.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static async Task<(int Code, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tmcp-tools.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in (string[])["PB_ADMIN_EMAIL", "PB_ADMIN_PASSWORD", "POCKETBASE_URL", "REDIS_PASSWORD", "REDIS_USERNAME", "S3_ENDPOINT", "AWS_REGION"])
            start.Environment.Remove(inherited);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, error.Trim());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
