using Tmcp.Publisher.Output;
using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Lint;

/// <summary>A bookshop of two programs and a printer elsewhere, with nothing wrong in it.</summary>
internal static class GoodTree
{
    internal static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "TmcpPublisher.Tests", "Lint", "GoodTree");

    /// <summary>The tree with one text replaced in one file. The text must be there once.</summary>
    internal static FileTree With(string file, string old, string replacement)
    {
        var changed = new FileTree();
        foreach (var (path, text) in TreeFolder.Read(Folder).Files)
            changed.Add(path, path == file ? ReplaceOnce(file, text, old, replacement) : text);
        return changed;
    }

    private static string ReplaceOnce(string file, string text, string old, string replacement)
    {
        Assert.True(text.Split(old).Length == 2, $"'{old}' is not exactly once in {file}.");
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
