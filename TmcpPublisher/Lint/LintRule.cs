using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint;

/// <summary>One thing that the lint refuses.</summary>
/// <param name="id">Unique, never reused: people search for it and exempt by it.</param>
/// <param name="summary">What it refuses, in half a sentence.</param>
internal abstract class LintRule(string id, string summary)
{
    internal string Id { get; } = id;

    internal string Summary { get; } = summary;

    /// <summary>Looks at what a cluster would get from one folder.</summary>
    internal virtual IEnumerable<Finding> Check(Rendering rendering, LintContext context) => [];

    /// <summary>Looks at the files, and at all renderings together.</summary>
    internal virtual IEnumerable<Finding> CheckTree(LintContext context) => [];

    protected Finding Report(KubeObject item, string path, string what, string remedy)
        => new(Id, item.File, item.Line, item.ToString(), path, what, remedy);

    protected Finding Report(string file, string path, string what, string remedy) => new(Id, file, 0, "", path, what, remedy);
}
