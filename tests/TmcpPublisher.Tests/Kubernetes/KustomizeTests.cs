using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Kustomize;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The tree as kustomize sees it.</summary>
public sealed class KustomizeTests
{
    [KubectlFact]
    public void Kubectl_renders_every_folder_as_this_process_does()
    {
        var tree = GraphVariants.Everything();

        Assert.All(TreeObjects.Folders(tree), folder => RenderComparison.AssertSame(tree, folder));
    }

    [KubectlFact]
    public void The_hand_owned_folder_is_part_of_its_overlay()
    {
        var tree = new FileTree();
        foreach (var (path, text) in TmcpPlaces.Render(TmcpGraph.Today(), extras: "prod").Files)
            tree.Add(path, text);
        tree.Add("overlays/prod/extra/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [note.yaml]\n");
        tree.Add("overlays/prod/extra/note.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: note}\ndata: {a: b}\n");

        RenderComparison.AssertSame(tree, "overlays/prod");
        Assert.Equal("tmcp-marketing", new Rendered(tree, "overlays/prod").Object("ConfigMap", "note")["metadata"]!["namespace"]!.GetValue<string>());
    }

    [Fact]
    public void The_lint_finds_nothing()
    {
        var findings = Linter.Run(TmcpPlaces.Render(TmcpGraph.Whole()), new LintOptions { OutsideApps = ["video-creater"] }.With(TmcpPlaces.Settings));

        Assert.Empty(findings.Select(finding => $"{finding.File}: {finding.Rule}: {finding.Object} {finding.Path}: {finding.What}"));
    }
}
