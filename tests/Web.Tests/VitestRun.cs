using System.Collections.Concurrent;
using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace Tmcp.Web.Tests;

/// <summary>Runs <c>npm test</c> of a front end, once per process, and keeps what came out.</summary>
internal static class VitestRun
{
    // Two minutes on two cores that nobody else uses; installing the packages may come before.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(8);
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<VitestCase>>> Runs = new(StringComparer.Ordinal);

    /// <param name="app">The npm workspace, which is the folder's name under <c>web</c>.</param>
    public static IReadOnlyList<VitestCase> Of(string app)
        => Runs.GetOrAdd(app, name => new Lazy<IReadOnlyList<VitestCase>>(() => Task.Run(() => RunAsync(name)).GetAwaiter().GetResult())).Value;

    private static async Task<IReadOnlyList<VitestCase>> RunAsync(string app)
    {
        await NodeModules.EnsureAsync();
        var folder = OwnedFolder.Create("tmcp-vitest-");
        try
        {
            return await RunAsync(app, Path.Combine(folder, "report.json"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<VitestCase>> RunAsync(string app, string report)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["test", "-w", app, "--", "--reporter=json", $"--outputFile={report}"])
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var npm = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Timeout);
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

        var said = string.Join('\n', (await output + await errors).Split('\n').TakeLast(30));
        if (!File.Exists(report))
            return [new VitestCase("package.json", "npm test", $"'npm test -w {app}' wrote no report within {Timeout}. Run it by hand to see why. Its last lines:\n{said}")];

        var cases = VitestReport.Parse(await File.ReadAllTextAsync(report, CancellationToken.None), Path.Combine(RepositoryFolder.Path, "web", app));
        // Unhandled errors between tests fail the run without failing a test.
        return npm.ExitCode == 0 || cases.Any(one => one.Failure is not null)
            ? cases
            : [.. cases, new VitestCase("package.json", "npm test", $"'npm test -w {app}' ended with {npm.ExitCode}. Its last lines:\n{said}")];
    }
}
