using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Lint;

/// <summary>Reads a tree as a cluster would, folder by folder, and says what is wrong with it.</summary>
internal static class Linter
{
    /// <summary>Every finding once, ordered by file, line, rule and path. Each stops a publishing.</summary>
    /// <param name="tree">The folder <c>manifests</c>.</param>
    internal static IReadOnlyList<Finding> Run(FileTree tree, LintOptions options)
    {
        var files = new ObjectFiles(tree);
        var findings = new List<Finding>();
        var renderings = RenderedFolders.Render(files, findings);
        var context = new LintContext(files, renderings, options);
        foreach (var rule in LintRules.All)
        {
            findings.AddRange(rule.CheckTree(context));
            foreach (var rendering in renderings)
                findings.AddRange(rule.Check(rendering, context).Select(finding => finding with { Renderings = [rendering.Folder] }));
        }

        return Merge(findings);
    }

    // A defect of the base shows in every overlay, and is one defect.
    private static List<Finding> Merge(IEnumerable<Finding> findings) => findings
        .GroupBy(finding => (finding.Rule, finding.File, finding.Object, finding.Path, finding.What))
        .Select(group => group.First() with { Renderings = group.SelectMany(finding => finding.Renderings).Distinct().Order(StringComparer.Ordinal).ToList() })
        .OrderBy(finding => finding.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Line)
        .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
        .ThenBy(finding => finding.Path, StringComparer.Ordinal)
        .ThenBy(finding => finding.What, StringComparer.Ordinal)
        .ToList();
}
