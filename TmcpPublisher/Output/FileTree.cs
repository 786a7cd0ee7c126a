namespace Tmcp.Publisher.Output;

/// <summary>The files of a tree in memory: path relative to its root, with <c>/</c>, to content with LF and a final newline.</summary>
internal sealed class FileTree
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Ordered by path.</summary>
    internal IReadOnlyDictionary<string, string> Files => _files;

    /// <exception cref="ArgumentException">There is a file of that path already.</exception>
    internal void Add(string path, string content) => _files.Add(path, content);
}
