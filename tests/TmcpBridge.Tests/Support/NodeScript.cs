using System.Diagnostics;
using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>Runs a script of <c>tests/clients</c> and reads the JSON that it prints.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static async Task<JsonNode> RunAsync(string script, string token, params string[] arguments)
    {
        await NodeModules.EnsureAsync();
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, "tests", "clients"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MCP_TOKEN"] = token;
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = await process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            Assert.True(process.ExitCode == 0, $"node {script} ended with {process.ExitCode}:\n{errors}");
            return JsonNode.Parse(await output)!;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
