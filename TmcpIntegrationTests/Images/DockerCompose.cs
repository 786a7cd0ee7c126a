using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>docker-compose in either form: the plug-in, or Debian's program.</summary>
internal static class DockerCompose
{
    private static readonly Lazy<string[]?> Found = new(() =>
        new[] { new[] { "docker", "compose" }, ["docker-compose"] }.FirstOrDefault(command => TryRun(command, ["version"], null, out _)));

    // Building is done before; this is starting, and waiting for the health of what others need.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>How it is called; null when it is not here.</summary>
    public static string[]? Command => Found.Value;

    /// <summary>Runs it in a folder; it must succeed.</summary>
    public static string Run(string folder, params string[] arguments) => TryRun(Command!, arguments, folder, out var output)
        ? output
        : throw new InvalidOperationException($"docker-compose {string.Join(' ', arguments)} failed: {output}");

    private static bool TryRun(string[] command, string[] arguments, string? folder, out string output)
    {
        output = "";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], .. arguments])
            {
                WorkingDirectory = folder ?? "",
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var lines = new ProcessOutput(process);
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"docker-compose {string.Join(' ', arguments)} did not end within {Limit.TotalMinutes:0} min: {lines.Text}");
            }

            process.WaitForExit();
            output = lines.Text;
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
