using System.Text.Json;

namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>The engine as an npm package: where an installation has put it, and how to install it.</summary>
internal sealed class NpmEngine(EnginePlatform platform, string startFolder)
{
    private static readonly Dictionary<string, string?> _quiet = new(StringComparer.Ordinal)
    {
        ["NO_UPDATE_NOTIFIER"] = "1",
        ["npm_config_update_notifier"] = "false",
        ["npm_config_fund"] = "false",
        ["npm_config_audit"] = "false",
    };

    /// <summary>The tool below the nearest <c>node_modules</c>, from the AppHost's folder upward.</summary>
    public string? FindInstalled() => FoldersUpward()
        .Select(folder => ExecutableBelow(folder))
        .FirstOrDefault(File.Exists);

    /// <summary>The nearest folder upward whose lock file pins exactly this package and version.</summary>
    public string? FindPinningFolder() => FoldersUpward().FirstOrDefault(folder => Pins(Path.Combine(folder, "package-lock.json")));

    /// <summary>Installs what the lock file pins; npm checks its integrity against the hash there.</summary>
    public async Task<string> InstallPinnedAsync(string folder, CancellationToken cancellationToken)
    {
        await NpmAsync(["ci", "--no-audit", "--no-fund"], folder, cancellationToken);
        var executable = ExecutableBelow(folder);
        return File.Exists(executable)
            ? executable
            : throw new EngineException(
                $"'npm ci' in '{folder}' left out {platform.Package} {EnginePlatform.Version}: run it again without '--omit=optional', or set ASPIRE_CLI_PATH to an aspire {EnginePlatform.Version}.");
    }

    /// <summary>Installs exactly this package and version into a private folder, for a platform that the lock file lacks.</summary>
    public async Task<string> InstallPrivatelyAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""", cancellationToken);
        await NpmAsync(
            ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", $"{platform.Package}@{EnginePlatform.Version}"],
            folder,
            cancellationToken);
        return ExecutableBelow(folder);
    }

    private static async Task NpmAsync(string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var npm = ExecutableSearch.Find("npm") ?? throw new EngineException(
            $"The Aspire engine {EnginePlatform.Version} is not on this machine and 'npm', which fetches it, was not found on PATH: install Node.js 20.19 or later, or set ASPIRE_CLI_PATH to an aspire {EnginePlatform.Version}.");
        if (ExecutableSearch.Find("node") is null)
            throw new EngineException(
                $"'{npm}' needs 'node', which was not found on PATH: install Node.js 20.19 or later, or set ASPIRE_CLI_PATH to an aspire {EnginePlatform.Version}.");

        var run = await ToolRun.RunAsync(npm, arguments, folder, _quiet, cancellationToken);
        if (run.ExitCode != 0)
            throw new EngineException(
                $"'npm {arguments[0]}' in '{folder}', which fetches the Aspire engine, ended with exit code {run.ExitCode}: {run.Tail()}. Check the network and npm's registry setting, then start again.");
    }

    private string ExecutableBelow(string folder) =>
        Path.Combine([folder, "node_modules", .. platform.Package.Split('/'), "bin", platform.Executable]);

    private bool Pins(string lockFile)
    {
        if (!File.Exists(lockFile))
            return false;
        using var stream = File.OpenRead(lockFile);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.TryGetProperty("packages", out var packages)
            && packages.TryGetProperty($"node_modules/{platform.Package}", out var package)
            && package.TryGetProperty("version", out var version)
            && version.ValueEquals(EnginePlatform.Version);
    }

    private IEnumerable<string> FoldersUpward()
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
