using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Tmcp.Tests.Shared;

/// <summary>The container engine of this machine and the base image of the tests, which is made on first use.</summary>
internal static class DockerEngine
{
    /// <summary>Debian with busybox, redis-server and the libraries of a .NET runtime; see <c>tests/images/debian-base</c>.</summary>
    public const string BaseImage = "tmcp-test/debian:base";

    private const string Label = "tmcp-test-image";

    private const int OldestClient = 25;

    // An engine that hangs must not hold up the discovery of tests.
    private static readonly TimeSpan _answer = TimeSpan.FromSeconds(10);

    // debootstrap takes 40 s on two cores, and other suites may be waited for.
    private static readonly TimeSpan _making = TimeSpan.FromMinutes(5);

    private static readonly Lazy<string?> _problem = new(FindProblem);

    /// <summary>Why container tests cannot run here; null when they can.</summary>
    public static string? Problem => _problem.Value;

    /// <summary>Output of a docker command that must succeed.</summary>
    public static string Run(params string[] arguments)
    {
        var (code, output) = RunProgram("docker", arguments, _making);
        return code == 0 ? output.Trim() : throw new InvalidOperationException($"docker {string.Join(' ', arguments)} ended with {code}: {output}");
    }

    /// <summary>Removes containers, images, volumes or networks that may or may not be there: <c>TryRun("rm", "-f", name)</c>.</summary>
    public static void TryRun(params string[] arguments) => RunProgram("docker", arguments, _making);

    /// <summary>Makes a stand-in for an image of .NET: <c>tests/images/dotnet-base</c>.</summary>
    public static void MakeDotnet(params string[] arguments)
    {
        var (code, output) = RunProgram(Path.Combine(RepositoryFolder.Path, "tests", "images", "dotnet-base"), arguments, _making);
        if (code != 0)
            throw new InvalidOperationException($"dotnet-base {string.Join(' ', arguments)} ended with {code}: {output}");
    }

    /// <summary>
    /// Makes images that stay for the next run, under names that all runs share: one run at a time, and what it replaces is removed.
    /// </summary>
    public static async Task MakeAsync(Func<Task> make)
    {
        var folder = Directory.CreateDirectory(Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "tmcp", "test-images"));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        FileStream? held;
        while ((held = TryHold(Path.Combine(folder.FullName, "making"))) is null)
            await timer.WaitForNextTickAsync();
        await using (held)
        {
            await make();
            TryRun("image", "prune", "--force", "--filter", $"label={Label}");
        }
    }

    /// <summary>A label of an image; null when there is none, or no such image.</summary>
    public static string? FindLabel(string image, string label)
    {
        var (code, output) = RunProgram("docker", ["image", "inspect", "--format", $"{{{{index .Config.Labels \"{label}\"}}}}", image], _answer);
        return code == 0 && output.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>Builds an image that is marked as one of the tests; the caller removes it, or makes it with <see cref="MakeAsync"/>.</summary>
    public static void BuildMarked(params string[] arguments) => Run(["build", "--force-rm", "--label", $"{Label}=1", .. arguments]);

    /// <summary>Builds an image from a Dockerfile and the files that the caller puts beside it.</summary>
    public static void Build(string tag, string dockerfile, Action<string> addFiles)
    {
        var folder = Directory.CreateTempSubdirectory("tmcp-image-");
        try
        {
            addFiles(folder.FullName);
            File.WriteAllText(Path.Combine(folder.FullName, "Dockerfile"), dockerfile);
            BuildMarked("--tag", tag, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FileStream? TryHold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? FindProblem()
    {
        var (code, output) = RunProgram("docker", ["version", "--format", "{{.Client.Version}} {{.Server.Version}}"], _answer);
        if (code != 0)
            return $"No Docker Engine answers: {output.Trim()}";
        if (int.Parse(output.Split('.')[0], CultureInfo.InvariantCulture) < OldestClient)
            return $"The docker client is {output.Split(' ')[0]}, and the orchestrator needs {OldestClient} or later.";
        var (made, reason) = RunProgram(Path.Combine(RepositoryFolder.Path, "tests", "images", "debian-base"), [], _making);
        return made == 0 ? null : reason.Trim();
    }

    private static (int Code, string Output) RunProgram(string program, string[] arguments, TimeSpan limit)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var output = new ProcessOutput(process);
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"'{program}' did not end within {limit.TotalSeconds:0} s.");
            }

            process.WaitForExit();
            return (process.ExitCode, output.Text);
        }
        catch (Win32Exception exception)
        {
            return (127, $"'{program}' cannot be started: {exception.Message}");
        }
    }
}
