using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tmcp.Tests.Shared;

/// <summary>The packages of the root lock file: the JavaScript clients, PocketBase and the Aspire engine.</summary>
internal static class NodeModules
{
    // 20 s on an idle machine; the registry and seven other builds may be slow.
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task> Ready = new(InstallAsync);

    /// <summary>Full path of the root <c>node_modules</c>.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "node_modules");

    /// <summary>
    /// Runs <c>npm ci</c> unless what is installed is what the lock file says. Processes take turns, and the first does the work.
    /// </summary>
    /// <exception cref="InvalidOperationException">npm is missing or failed; the message holds its last lines.</exception>
    public static Task EnsureAsync() => Ready.Value;

    private static async Task InstallAsync()
    {
        if (IsCurrent())
            return;

        using var turn = await TakeTurnAsync();
        if (!IsCurrent())
            await RunNpmAsync();
    }

    // npm notes what it installed in node_modules/.package-lock.json, in the lock file's own form.
    private static bool IsCurrent()
    {
        var installedFile = new FileInfo(Path.Combine(Folder, ".package-lock.json"));
        if (!installedFile.Exists)
            return false;

        using var wanted = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "package-lock.json")));
        using var installed = JsonDocument.Parse(File.ReadAllText(installedFile.FullName));
        var present = installed.RootElement.GetProperty("packages");
        return wanted.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Contains("node_modules/", StringComparison.Ordinal))
            .All(package => present.TryGetProperty(package.Name, out var found)
                ? Text(found, "version") == Text(package.Value, "version") && Text(found, "integrity") == Text(package.Value, "integrity")
                : MayBeAbsent(package.Value));
    }

    // Platform packages name the systems they are for: "os": ["linux"], "cpu": ["x64"], "libc": ["musl"]. An optional package that names none came
    // along with one that does, and is left out with it.
    private static bool MayBeAbsent(JsonElement package)
        => package.TryGetProperty("optional", out _)
            && (Excludes(package, "os", SystemName) || Excludes(package, "cpu", ProcessorName) || package.TryGetProperty("libc", out _)
                || !(package.TryGetProperty("os", out _) || package.TryGetProperty("cpu", out _)));

    private static bool Excludes(JsonElement package, string property, string mine)
        => package.TryGetProperty(property, out var values) && values.EnumerateArray().All(value => value.GetString() != mine);

    private static string SystemName => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    // Node's names are .NET's in lower case: x64, arm64.
    private static string ProcessorName => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static string? Text(JsonElement package, string name)
        => package.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<FileStream> TakeTurnAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Path, "artifacts"));
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder.FullName, "npm-ci.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (deadline.Elapsed < InstallTimeout)
            {
                // Another process installs. The file system offers no way to be told, so ask again.
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static async Task RunNpmAsync()
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Process npm;
        try
        {
            npm = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"'npm ci' could not be started in '{RepositoryFolder.Path}': {missing.Message}. Install Node.js 20.19 or later, npm included, and put it on PATH.",
                missing);
        }

        using (npm)
        {
            using var timeout = new CancellationTokenSource(InstallTimeout);
            var output = npm.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = npm.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                await npm.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
            }

            var lines = (await output + await errors).Split('\n');
            if (timeout.IsCancellationRequested || npm.ExitCode != 0)
            {
                throw new InvalidOperationException(
                    $"'npm ci' failed in '{RepositoryFolder.Path}' ({(timeout.IsCancellationRequested ? $"no end within {InstallTimeout}" : $"exit code {npm.ExitCode}")}). "
                    + $"Run it by hand to see why. Its last lines:\n{string.Join('\n', lines.TakeLast(20))}");
            }
        }
    }
}
