using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost;

/// <summary>Installs one npm package by exact name and version, with the user's own registry settings.</summary>
internal static class NpmPackage
{
    /// <summary>Installs into <c>folder/node_modules</c>; every line of npm goes to the log.</summary>
    /// <exception cref="DistributedApplicationException">npm is missing or fails.</exception>
    internal static async Task InstallAsync(string package, string folder, ILogger logger, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            ArgumentList = { "install", package, "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        logger.LogInformation("Installing npm package {Package} into {Folder}.", package, folder);
        using var npm = Start(start, package);
        npm.OutputDataReceived += (_, line) => Write(line);
        npm.ErrorDataReceived += (_, line) => Write(line);
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
            throw new DistributedApplicationException(
                $"npm could not install '{package}' (exit code {npm.ExitCode}); its lines are in this resource's log. Check the network and 'npm config get registry'.");

        void Write(DataReceivedEventArgs line)
        {
            if (!string.IsNullOrWhiteSpace(line.Data))
                logger.LogInformation("npm: {Line}", line.Data);
        }
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new DistributedApplicationException(
                $"npm package '{package}' is not installed and npm is not on PATH. Install Node.js 20.19 or later, then start again.",
                exception);
        }
    }
}
