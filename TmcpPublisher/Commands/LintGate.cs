using Tmcp.Publisher.Lint;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Commands;

/// <summary>Nothing is written that the lint refuses.</summary>
internal static class LintGate
{
    /// <summary>What is wrong with a tree in the folder where it would lie, the hand-owned parts there included.</summary>
    internal static IReadOnlyList<Finding> Check(FileTree tree, string folder, PublishInput input) => Linter.Run(WithHandOwned(tree, folder), Options(input));

    /// <summary>What graph and settings know: callers outside of the graph, literals that are no secrets, required digests.</summary>
    internal static LintOptions Options(PublishInput input) => new LintOptions
    {
        OutsideApps = input.Graph.Workloads.SelectMany(workload => workload.AllowFrom).Select(caller => caller.App).Distinct(StringComparer.Ordinal).ToArray(),
    }.With(input.Settings);

    private static FileTree WithHandOwned(FileTree tree, string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "overlays")))
            return tree;

        var whole = new FileTree();
        foreach (var (path, text) in tree.Files.Concat(TreeFolder.Read(folder).Files.Where(file => TreeComparison.IsHandOwned(file.Key))))
            whole.Add(path, text);
        return whole;
    }
}
