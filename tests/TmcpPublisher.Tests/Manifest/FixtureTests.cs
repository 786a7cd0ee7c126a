using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Kubernetes;
using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Manifest;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;
using Tmcp.Publisher.Tests.Kubernetes;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Manifest;

/// <summary>Manifests that this project did not write: each gives a tree, or errors that name a resource and a way out.</summary>
public sealed class FixtureTests
{
    // What these need, no cluster has; the rest must be published.
    private static readonly string[] Refused =
    [
        "AzureAppConfiguration.json", "AzureContainerApps.json", "AzureKusto.json", "AzureSearchEndToEnd.json", "AzureStorageEndToEnd.json", "DevTunnels.json",
        "ParameterEndToEnd.json", "SqlServerScript.json", "cdk.json", "mysql.json", "orleans.json", "signalr.json", "webpubsub.json",
    ];

    [AspireFixturesFact]
    public void Exactly_the_manifests_that_need_a_cloud_or_are_damaged_are_refused()
    {
        var refused = AspireFixtures.Names.Where(name => Read(name).Problems.Count > 0);

        Assert.Equal(Refused.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }

    [AspireFixturesFact]
    public void Every_refusal_says_where_and_what_to_do()
    {
        foreach (var name in AspireFixtures.Names)
        {
            foreach (var problem in Read(name).Problems.Where(problem => !problem.StartsWith(AspireFixtures.Folder, StringComparison.Ordinal)))
            {
                Assert.Matches(@"^\$\.resources(\.[A-Za-z0-9_-]+|\['[^']+'\])", problem);
                Assert.Matches(@"\. (Take|Refer|There|Did|Put|It has|Describe|Nothing)[^.]*", problem);
            }
        }
    }

    [AspireFixturesFact]
    public void Damaged_file_is_named_with_its_line()
    {
        var problem = Assert.Single(Read("webpubsub.json").Problems);

        Assert.Contains("webpubsub.json, line 48: is no valid JSON", problem, StringComparison.Ordinal);
    }

    [AspireFixturesFact]
    public void Every_published_manifest_renders_and_renders_the_same_again()
    {
        foreach (var (name, graph) in AspireFixtures.Names.Select(name => (name, Read(name).Graph)).Where(fixture => fixture.Graph is not null))
        {
            var first = Render(graph!);

            Assert.True(first.Count > 20, name);
            Assert.Equal(first, Render(Read(name).Graph!));
        }
    }

    [AspireFixturesFact]
    public void Lint_lets_every_published_manifest_through_but_an_empty_one_and_one_that_names_a_service_in_text()
    {
        var published = AspireFixtures.Names.Select(name => (Name: name, Read(name).Graph)).Where(fixture => fixture.Graph is not null);

        var refused = published.Where(fixture => Linter.Run(Tree(fixture.Graph!), new LintOptions()) is { Count: > 0 }).Select(fixture => fixture.Name).ToArray();

        // https+http://backend: service discovery inside of the process, which a cluster does not have.
        Assert.Equal(["CustomResources.json", "yarp.json"], refused);
    }

    [AspireFixturesFact]
    public void No_secret_reaches_a_config_map()
    {
        var graph = Read("TestShop.json").Graph!;

        var files = Render(graph);

        Assert.Contains("postgres-password", graph.Parameters.Keys);
        foreach (var (path, content) in files.Where(file => file.Key.StartsWith("base/", StringComparison.Ordinal) && file.Key.EndsWith("kustomization.yaml", StringComparison.Ordinal)))
            Assert.False(content.Contains("PASSWORD=", StringComparison.Ordinal) || content.Contains("Password=", StringComparison.Ordinal), path);
    }

    [AspireFixturesFact]
    public void What_is_skipped_is_reported_by_name()
    {
        var warnings = Read("CustomResources.json").Graph!.Warnings;

        Assert.Equal(2, warnings.Count(warning => warning.Contains("talking-clock", StringComparison.Ordinal) && warning.Contains("does not support generation", StringComparison.Ordinal)));
    }

    [AspireFixturesFact]
    public void Test_shop_has_the_edges_of_its_references()
    {
        var edges = Read("TestShop.json").Graph!.Edges.Select(edge => $"{edge.From} {edge.To} {edge.Port}");

        Assert.Equal(
            [
                "apigateway basketservice http", "apigateway catalogservice http", "basketservice basketcache tcp", "basketservice messaging tcp",
                "catalogdbapp postgres tcp", "catalogservice postgres tcp", "frontend basketservice http", "frontend catalogservice http", "orderprocessor messaging tcp",
            ],
            edges);
    }

    [AspireFixturesFact]
    public void Volume_names_do_not_depend_on_the_folder_of_the_clone()
    {
        var claims = Read("TestShop.json").Graph!.Workloads.SelectMany(workload => workload.Volumes).Select(volume => volume.Claim);

        Assert.Equal(["postgres-data-pvc", "basketcache-data-pvc", "messaging-data-pvc"], claims);
    }

    private static (SystemGraph? Graph, IReadOnlyList<string> Problems) Read(string name)
    {
        try
        {
            return (GraphBuilder.Build(ManifestReader.Read(Path.Combine(AspireFixtures.Folder, name)), AspireFixtures.Folder), []);
        }
        catch (PublishException reason)
        {
            return (null, reason.Problems);
        }
    }

    private static IReadOnlyDictionary<string, string> Render(SystemGraph graph) => Tree(graph).Files;

    private static FileTree Tree(SystemGraph graph)
    {
        var values = graph.Parameters.Values.Where(parameter => parameter is { IsSecret: false, Default: null }).ToDictionary(parameter => parameter.Name, _ => "given");
        var settings = TmcpPlaces.Settings with
        {
            Environments = TmcpPlaces.Settings.Environments.ToDictionary(entry => entry.Key, entry => entry.Value with { Parameters = values }),
        };
        return TreeRenderer.Render(graph, settings, ImageLocks.None, TmcpPlaces.Version);
    }
}
