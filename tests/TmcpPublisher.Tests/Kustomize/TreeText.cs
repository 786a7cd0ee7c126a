using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Tests.Kustomize;

/// <summary>Writes a tree in one text: each file begins with a line <c>=== path</c>.</summary>
internal static class TreeText
{
    private const string Mark = "=== ";

    internal static FileTree Parse(string text)
    {
        var tree = new FileTree();
        foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n" + Mark).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            tree.Add(part[..end].Trim(), part[(end + 1)..] + "\n");
        }

        return tree;
    }
}
