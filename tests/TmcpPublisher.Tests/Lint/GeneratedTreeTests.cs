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

    [Fact]
    public void Tree_of_the_whole_graph_has_no_findings() => Assert.Empty(Linter.Run(TmcpPlaces.Render(TmcpGraph.Whole()), Options));

    [Theory]
    [InlineData("service-reference", "base/agent/kustomization.yaml", "http://ollama-service:11434", "http://ollama-servis:11434")]
    [InlineData("edge-policy", "base/agent/networkpolicy.yaml", "app: pocketbase", "app: bridge")]
    [InlineData("secret-reference", "base/pocketbase/externalsecret.yaml", "name: pb-secrets-k8s", "name: pb-secret-k8s")]
    [InlineData("service-port", "base/pocketbase/service.yaml", "targetPort: http", "targetPort: web")]
    [InlineData("claim-reference", "base/pocketbase/pvc.yaml", "name: pb-data-pvc", "name: pb-data")]
    [InlineData("namespace", "overlays/prod/kustomization.yaml", "namespace: tmcp-marketing", "namespace: tmcp-staging")]
    public void One_changed_name_in_the_tree_of_todays_graph_is_found(string rule, string file, string old, string replacement)
    {
        var changed = new FileTree();
        foreach (var (path, text) in TmcpPlaces.Render(TmcpGraph.Today()).Files)
            changed.Add(path, path == file ? text.Replace(old, replacement, StringComparison.Ordinal) : text);

        Assert.Contains(rule, Linter.Run(changed, Options).Select(finding => finding.Rule));
    }

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
