using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Lint.Schemas;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Kubernetes;
using Tmcp.Publisher.Tests.Kustomize;
using Tmcp.Publisher.Tests.Schemas;
using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Lint;

/// <summary>What our own generator writes is what the lint asks for.</summary>
public sealed class GeneratedTreeTests
{
    private static readonly LintOptions Options = new() { OutsideApps = ["video-creater"], Schemas = Directory.Exists(StrictSchemas.Folder) ? SchemaSet.Open(StrictSchemas.Folder) : null };

    private static readonly string Committed = Path.Combine(RepositoryFolder.Path, "manifests");

    [Fact]
    public void Tree_of_todays_graph_has_no_findings() => Assert.Empty(Linter.Run(TmcpPlaces.Render(TmcpGraph.Today()), Options));

    [CommittedTreeFact]
    public void Committed_tree_has_no_findings() => Assert.Empty(Linter.Run(TreeFolder.Read(Committed), Options));

    [KubectlFact]
    public void Tree_of_todays_graph_renders_as_by_kubectl()
    {
        var tree = TmcpPlaces.Render(TmcpGraph.Today());
        foreach (var file in tree.Files.Keys.Where(path => path.EndsWith("/kustomization.yaml", StringComparison.Ordinal) && !path.StartsWith("components/", StringComparison.Ordinal)))
            RenderComparison.AssertSame(tree, Path.GetDirectoryName(file)!);
    }

    private sealed class CommittedTreeFactAttribute : FactAttribute
    {
        public CommittedTreeFactAttribute()
        {
            if (!Directory.Exists(Committed))
                Skip = $"There is no '{Committed}'.";
        }
    }
}
