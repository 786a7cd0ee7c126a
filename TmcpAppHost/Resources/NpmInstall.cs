using System.ComponentModel;
using System.Diagnostics;

namespace Tmcp.AppHost;

/// <summary>Runs npm before the graph is built, for programs that the graph needs to exist; the user's registry settings count.</summary>
internal static class NpmInstall
{
    /// <summary>Installs everything that the lock file of a folder pins; npm checks each package against its hash there.</summary>
    /// <exception cref="DistributedApplicationException">npm is missing or fails.</exception>
    internal static void Pinned(string folder) =>
        Run(folder, "the packages of package-lock.json", "ci", "--no-audit", "--no-fund");

    /// <summary>Installs one package by exact name and version into <c>folder/node_modules</c>.</summary>
    /// <exception cref="DistributedApplicationException">npm is missing or fails.</exception>
    internal static void Single(string package, string folder)
    {
        Directory.CreateDirectory(folder);
        Run(folder, package, "install", package, "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    private static void Run(string folder, string what, params string[] arguments)
    {
        Console.WriteLine($"Installing {what} into {folder}, once ...");
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Start(start, what);
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0)
        {
            throw new DistributedApplicationException(
                $"npm could not install {what} into '{folder}' (exit code {npm.ExitCode}): {Tail(errors + output.Result)} "
                + "Check the network and 'npm config get registry', then start again.");
        }
    }

    private static Process Start(ProcessStartInfo start, string what)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new DistributedApplicationException(
                $"npm is not on PATH, and {what} must be installed. Install Node.js 20.19 or later, then start again.", exception);
        }
    }

    private static string Tail(string text) => string.Join(
        ' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).TakeLast(3));
}
