using System.Globalization;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Kubernetes;
using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Manifest;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Kubernetes;
using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Graph;

/// <summary>What holds for every graph, tried on many that nobody wrote.</summary>
public sealed class RandomGraphTests : IDisposable
{
    // A failing seed is a repeatable case: give it to RandomManifest.Create.
    private const int Seeds = 40;

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_that_a_graph_refers_to_is_in_it()
    {
        foreach (var (seed, graph) in Graphs())
        {
            foreach (var edge in graph.Edges)
                Assert.True(PortsOf(graph, edge.To).Any(port => port.Name == edge.Port) && graph.Workloads.Any(workload => workload.Resource == edge.From), $"seed {seed}: {edge}");
            foreach (var workload in graph.Workloads)
            {
                var parts = workload.Environment.Select(variable => variable.Value).Concat(workload.Arguments).SelectMany(value => value.Parts);
                foreach (var parameter in parts.Select(ParameterOf).OfType<string>())
                    Assert.True(graph.Parameters.ContainsKey(parameter), $"seed {seed}: {workload.Resource} uses {parameter}");
                var ports = workload.Routes.Select(route => route.Port).Concat(new[] { workload.Probes.Startup, workload.Probes.Ready, workload.Probes.Live }.OfType<Probe>().Select(probe => probe.Port));
                Assert.All(ports, name => Assert.Contains(workload.Ports, port => port.Name == name));
            }
        }
    }

    [Fact]
    public void Names_are_legal_and_belong_to_one()
    {
        foreach (var (seed, graph) in Graphs())
        {
            var names = graph.Workloads.SelectMany(workload => new[] { workload.Name, workload.Stem, workload.App, $"{workload.Stem}-secrets-optional-k8s" }.Concat(workload.Ports.Select(port => port.Name)));
            Assert.All(names, name => Assert.True(KubernetesText.IsLabel(name), $"seed {seed}: {name}"));
            foreach (var unique in new[] { graph.Workloads.Select(workload => workload.Name), graph.Workloads.Select(workload => workload.Service).OfType<string>(), graph.Workloads.Select(workload => workload.Stem) })
                Assert.Equal(unique.Distinct(StringComparer.Ordinal), unique);
        }
    }

    [Fact]
    public void Second_reading_under_another_culture_gives_the_same_bytes()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var seed in Enumerable.Range(0, Seeds))
            {
                var first = Render(Read(seed)).Files;
                CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
                Assert.Equal(first, Render(Read(seed)).Files);
                CultureInfo.CurrentCulture = culture;
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Lint_finds_nothing_in_any_tree()
    {
        for (var seed = 0; seed < Seeds; seed += 5)
        {
            var findings = Linter.Run(Render(Read(seed)), new LintOptions());

            Assert.True(findings.Count == 0, $"seed {seed}: {string.Join('\n', findings.Take(5))}");
        }
    }

    private IEnumerable<(int Seed, SystemGraph Graph)> Graphs() => Enumerable.Range(0, Seeds).Select(seed => (seed, Read(seed)));

    private SystemGraph Read(int seed)
    {
        var file = _folder.WriteText(RandomManifest.Create(seed, programs: 3 + (seed % 20)), "manifest.json");
        return GraphBuilder.Build(ManifestReader.Read(file), _folder.Path);
    }

    private static FileTree Render(SystemGraph graph)
    {
        var outside = graph.OutsideServices.ToDictionary(service => service.Resource, _ => "192.168.0.7");
        var settings = TmcpPlaces.Settings with
        {
            Clusters = TmcpPlaces.Settings.Clusters.ToDictionary(cluster => cluster.Key, cluster => cluster.Value with { Outside = outside }),
        };
        return TreeRenderer.Render(graph, settings, ImageLocks.None, TmcpPlaces.Version);
    }

    private static IReadOnlyList<WorkloadPort> PortsOf(SystemGraph graph, string resource) =>
        graph.Workloads.FirstOrDefault(workload => workload.Resource == resource)?.Ports ?? graph.OutsideServices.First(service => service.Resource == resource).Ports;

    private static string? ParameterOf(TextPart part) => part switch
    {
        TextPart.Config config => config.Parameter,
        TextPart.Secret secret => secret.Parameter,
        _ => null,
    };
}
