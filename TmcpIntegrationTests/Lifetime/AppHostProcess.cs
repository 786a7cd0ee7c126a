using System.Collections.Concurrent;
using System.Diagnostics;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The AppHost as a program of its own, as <c>dotnet run</c> starts it, with its own data, ports and temporary folder.</summary>
internal sealed class AppHostProcess : IDisposable
{
    private const string MarkerVariable = "TMCP_TEST_RUN";

    private readonly string _marker = Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppHostProcess(DirectoryInfo? folder, string[] arguments)
    {
        _ownsFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("tmcp-apphost-");
        Directory.CreateDirectory(TemporaryFolder);
        Process = Start(arguments);
    }

    public Process Process { get; }

    /// <summary>What the program uses as the system's temporary folder.</summary>
    public string TemporaryFolder => Path.Combine(_folder.FullName, "tmp");

    public DirectoryInfo Folder => _folder;

    /// <summary>What lies in the temporary folder, without the debugger sockets that .NET leaves when a process had to be killed.</summary>
    public IEnumerable<string> TemporaryFiles => Directory.EnumerateFileSystemEntries(TemporaryFolder)
        .Where(path => !Path.GetFileName(path).StartsWith("clr-debug-pipe-", StringComparison.Ordinal)
            && !Path.GetFileName(path).StartsWith("dotnet-diagnostic-", StringComparison.Ordinal));

    public string Output => string.Join('\n', _lines);

    /// <summary>Starts the program; with a folder of an earlier one it has that one's data.</summary>
    public static AppHostProcess Start(DirectoryInfo? folder = null, params string[] arguments) => new(folder, arguments);

    /// <summary>Starts the program and waits for its table.</summary>
    public static async Task<AppHostProcess> StartAndWaitAsync(DirectoryInfo? folder = null)
    {
        var host = Start(folder);
        await host.WaitUntilUpAsync();
        return host;
    }

    public async Task WaitUntilUpAsync()
    {
        var ended = Process.WaitForExitAsync();
        var first = await Task.WhenAny(_up.Task, ended, Task.Delay(Budgets.Start));
        Assert.True(first == _up.Task, $"The stack did not come up:\n{Output}");
    }

    /// <summary>Waits for the program's own end; the limit counts from this call.</summary>
    public async Task WaitForExitAsync(TimeSpan limit)
    {
        try
        {
            await Process.WaitForExitAsync().WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The AppHost still runs after {limit}:\n{Output}");
        }
    }

    /// <summary>Every process of this run, the detached ones and the dashboard included.</summary>
    public IReadOnlyList<int> Descendants() => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
        .Where(pid => pid != 0 && pid != Process.Id && BelongsToThisRun(pid))
        .ToArray();

    /// <summary>Waits until no process of this run is left.</summary>
    public async Task AssertNothingIsLeftAsync(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (Descendants() is { Count: > 0 } left)
        {
            Assert.True(clock.Elapsed < limit, $"Still alive after {limit}: {string.Join(", ", left.Select(Describe))}\n{Output}");
            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill();
        foreach (var pid in Descendants())
            TryKill(pid);
        Process.Dispose();
        if (_ownsFolder)
            _folder.Delete(recursive: true);
    }

    private Process Start(string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", "TmcpAppHost", configuration, "TmcpAppHost.dll");
        // Whatever a shell starts with & ignores Ctrl+C, and so would all that comes of it; env takes that back, and then becomes the program.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, .. Defaults(), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryFolder.Path,
        };
        start.Environment[MarkerVariable] = _marker;
        start.Environment["TMPDIR"] = TemporaryFolder;
        // User secrets belong to the person; in this environment they are neither read nor written.
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        var process = System.Diagnostics.Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private IEnumerable<string> Defaults() =>
    [
        "--containers", "never",
        "--Tmcp:OutsideServices=false",
        "--DcpPublisher:RandomizePorts=true",
        $"--Tmcp:DataFolder={Path.Combine(_folder.FullName, "data")}",
        $"--Parameters:{Names.PocketBaseAdminPassword}=local-{_folder.Name}",
        $"--Parameters:{Names.DemoPassword}=demo-{_folder.Name}",
        $"--Parameters:{Names.RedisPassword}=redis-{_folder.Name}",
        $"--Parameters:{Names.DiscordInboxToken}=inbox-{_folder.Name}",
    ];

    private void Read(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (line.Contains("Try first", StringComparison.Ordinal))
            _up.TrySetResult();
    }

    // The dashboard gets an environment of its own; it carries the AppHost's process id.
    private bool BelongsToThisRun(int pid)
    {
        try
        {
            // redis-server writes its title over its environment, but works in its data folder.
            if (File.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName.StartsWith(_folder.FullName, StringComparison.Ordinal) == true)
                return true;
            var environment = File.ReadAllText($"/proc/{pid}/environ").Split('\0');
            return environment.Contains($"{MarkerVariable}={_marker}") || environment.Contains($"ASPIRE_CLI_PID={Process.Id}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Describe(int pid)
    {
        try
        {
            return $"{pid} ({File.ReadAllText($"/proc/{pid}/cmdline").Replace('\0', ' ').Trim()})";
        }
        catch (IOException)
        {
            return $"{pid}";
        }
    }

    private static void TryKill(int pid)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // Ended by itself meanwhile.
        }
    }
}
