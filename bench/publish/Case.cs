using System.Diagnostics;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Kubernetes;
using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Manifest;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Graph;
using Tmcp.Tests.Shared;

namespace Tmcp.Bench.Publish;

/// <summary>One manifest with the settings of the repository.</summary>
internal sealed class Case
{
    internal const int Rounds = 5;
    private const int Seed = 20261121;

    private static readonly Dictionary<string, string> Inputs = [];

    private readonly string _folder;
    private readonly string _manifest;
    private readonly PublishSettings _settings;

    private Case(string folder, string manifest)
    {
        (_folder, _manifest) = (folder, manifest);
        var settings = SettingsReader.Read(Path.Combine(RepositoryFolder.Path, "deploy", "settings.json"));
        var outside = new Dictionary<string, string> { ["ollama"] = "192.168.0.102", ["outside"] = "192.168.0.103" };
        _settings = settings with { Clusters = settings.Clusters.ToDictionary(cluster => cluster.Key, cluster => cluster.Value with { Outside = outside }) };
    }

    internal static Case Tmcp(string folder) => new(folder, Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json"));

    // A program brings its facts, values and parameters: 1.85 resources each, measured.
    internal static Case Random(string folder, int resources)
    {
        var file = Path.Combine(folder, $"random-{resources}.json");
        File.WriteAllText(file, RandomManifest.Create(Seed, programs: (int)(resources / 1.85)));
        return new Case(folder, file);
    }

    internal Timings Measure()
    {
        Build();
        var graph = Build();
        var tree = Render(graph);
        return new Timings(
            ManifestReader.Read(_manifest).Resources.Count,
            tree.Files.Count,
            Median(() => Build()),
            Median(() => Render(graph)),
            Median(() => Write(tree, NewFolder())),
            MedianNoChange(tree),
            Time(() => Linter.Run(tree, new LintOptions().With(_settings))));
    }

    /// <summary>The tool as a person runs it, with everything built and the manifest at hand.</summary>
    internal IEnumerable<TimeSpan> MeasureProcess()
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "TmcpPublisher.dll");
        var output = NewFolder();
        string[] arguments = [tool, "generate", "--repository", RepositoryFolder.Path, "--manifest", _manifest, "--output", output];
        for (var run = 0; run < 2; run++)
        {
            yield return Time(() =>
            {
                using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0)
                    throw new InvalidOperationException($"'generate' ended with {process.ExitCode}. Run it by hand to see why.");
            });
        }
    }

    private SystemGraph Build() => GraphBuilder.Build(ManifestReader.Read(_manifest), RepositoryFolder.Path);

    private FileTree Render(SystemGraph graph) => TreeRenderer.Render(graph, _settings, ImageLocks.None, "0.1.0");

    private static void Write(FileTree tree, string folder) => TreeWriter.Write(TreeComparison.Of(folder, tree, Inputs), force: false);

    private TimeSpan MedianNoChange(FileTree tree)
    {
        var folder = NewFolder();
        Write(tree, folder);
        return Median(() =>
        {
            if (!TreeComparison.Of(folder, Render(Build()), Inputs).IsCurrent)
                throw new InvalidOperationException("The second run differs from the first.");
        });
    }

    private string NewFolder() => Path.Combine(_folder, Guid.NewGuid().ToString("N"));

    private static TimeSpan Median(Action action) => Enumerable.Range(0, Rounds).Select(_ => Time(action)).Order().ElementAt(Rounds / 2);

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
