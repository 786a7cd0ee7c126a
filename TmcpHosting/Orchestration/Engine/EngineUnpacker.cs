namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>Turns an <c>aspire</c> program, which carries the engine inside, into an unpacked version folder.</summary>
internal sealed class EngineUnpacker(EngineFolder folder)
{
    /// <summary>Version that a program reports, without the build part: <c>13.5.4+9c1b401d…</c> is 13.5.4. Null when it does not answer.</summary>
    public async Task<string?> FindVersionAsync(string aspire, CancellationToken cancellationToken)
    {
        using var home = new ThrowAwayHome(folder.Root);
        try
        {
            var run = await ToolRun.RunAsync(aspire, ["--version"], home.Path, home.Environment, cancellationToken);
            return run.ExitCode == 0 ? run.Output.Trim().Split('\n')[^1].Split('+')[0].Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Unpacks beside the version folder, then renames, so that nobody ever sees half an engine.</summary>
    public async Task<EnginePaths> UnpackAsync(string aspire, CancellationToken cancellationToken)
    {
        // The tool also unpacks into '$HOME/.aspire' and then checks only that copy (a race that fails a setup elsewhere,
        // seen with 13.5.4). Unpacking right there makes both the same, and the disk holds the 294 MB once.
        using var home = new ThrowAwayHome(folder.Root);
        var target = Path.Combine(home.Path, ".aspire");
        var run = await ToolRun.RunAsync(
            aspire, ["setup", "--install-path", target, "--force", "--non-interactive", "--nologo"], home.Path, home.Environment, cancellationToken);

        var versions = Path.Combine(target, "versions");
        var unpacked = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).FirstOrDefault(candidate => EngineFolder.FindIn(candidate) is not null)
            : null;
        if (unpacked is null)
            throw new EngineException(
                $"'{aspire} setup' unpacked no engine (exit code {run.ExitCode}): {run.Tail()}. 300 MB must be free in '{folder.Root}'.");

        if (Directory.Exists(folder.Version))
            Directory.Delete(folder.Version, recursive: true);
        Directory.Move(unpacked, folder.Version);
        return folder.Find() ?? throw new EngineException(
            $"The engine in '{folder.Version}' is incomplete: delete that folder and start again.");
    }

    /// <summary>The tool writes logs, a device id and a second copy of everything below its home: this one is deleted afterwards.</summary>
    private sealed class ThrowAwayHome : IDisposable
    {
        public ThrowAwayHome(string parent)
        {
            Path = System.IO.Path.Combine(parent, $".unpack-{Guid.NewGuid():N}");
            // It has to exist: with a missing HOME the tool ends with "The value cannot be an empty string (path)".
            Directory.CreateDirectory(Path);
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["HOME"] = Path,
                ["USERPROFILE"] = Path,
                ["XDG_CACHE_HOME"] = null,
                ["XDG_CONFIG_HOME"] = null,
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
                ["features__updateNotificationsEnabled"] = "false",
                ["NO_COLOR"] = "1",
            };
        }

        public string Path { get; }

        public Dictionary<string, string?> Environment { get; }

        public void Dispose()
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException)
            {
                // A straggler of the tool still writes; the folder is swept by the next unpacking.
            }
        }
    }
}
