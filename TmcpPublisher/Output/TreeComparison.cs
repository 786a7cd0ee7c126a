namespace Tmcp.Publisher.Output;

/// <summary>How a folder differs from the tree that belongs there.</summary>
internal sealed class TreeComparison
{
    private readonly FileTree _tree;

    private TreeComparison(string folder, FileTree tree, GeneratedRecord record, GeneratedRecord next)
    {
        (Folder, _tree, Next) = (folder, tree, next);
        Changes = tree.Files.Select(file => Compare(file.Key, file.Value, record))
            .Concat(record.Files.Keys.Where(path => !tree.Files.ContainsKey(path)).Select(path => Stale(path, record)))
            .OfType<FileChange>()
            .OrderBy(change => change.Path, StringComparer.Ordinal)
            .ToArray();
    }

    internal string Folder { get; }

    /// <summary>The record that describes the folder once the changes are made.</summary>
    internal GeneratedRecord Next { get; }

    /// <summary>Ordered by path; empty: the folder is as it should be.</summary>
    internal IReadOnlyList<FileChange> Changes { get; }

    /// <summary>Whether the record describes the tree and its input.</summary>
    internal bool IsRecordCurrent
    {
        get
        {
            var file = Path.Combine(Folder, GeneratedRecord.FileName);
            return File.Exists(file) && ContentHash.Normalize(File.ReadAllText(file)) == Next.ToJson();
        }
    }

    /// <summary>Whether a run would write nothing.</summary>
    internal bool IsCurrent => Changes.Count == 0 && IsRecordCurrent;

    /// <summary>Files that a person changed, or that lie where a generated file belongs.</summary>
    internal IEnumerable<FileChange> HandEdits => Changes.Where(change => change.IsHandEdit);

    /// <summary>Compares; changes nothing.</summary>
    /// <exception cref="PublishException">The record of the folder is damaged.</exception>
    internal static TreeComparison Of(string folder, FileTree tree, IReadOnlyDictionary<string, string> inputs)
    {
        if (tree.Files.Keys.FirstOrDefault(IsHandOwned) is { } taken)
            throw new InvalidOperationException($"The tree has '{taken}', which belongs to a person.");

        var files = tree.Files.ToDictionary(file => file.Key, file => ContentHash.Of(file.Value), StringComparer.Ordinal);
        return new TreeComparison(folder, tree, GeneratedRecord.Read(folder), new GeneratedRecord(inputs, files));
    }

    /// <summary>Whether a path lies in <c>overlays/&lt;environment&gt;/extra</c>.</summary>
    internal static bool IsHandOwned(string path) => path.Split('/') is ["overlays", _, "extra", ..];

    private FileChange? Compare(string path, string wanted, GeneratedRecord record)
    {
        if (Read(path) is not { } present)
            return new FileChange(path, null, wanted, IsHandEdit: false);
        if (present == wanted)
            return null;

        var isOurs = record.Files.TryGetValue(path, out var hash) && hash == ContentHash.Of(present);
        return new FileChange(path, present, wanted, IsHandEdit: !isOurs);
    }

    private FileChange? Stale(string path, GeneratedRecord record) =>
        IsHandOwned(path) || Read(path) is not { } present ? null : new FileChange(path, present, null, record.Files[path] != ContentHash.Of(present));

    private string? Read(string path)
    {
        var file = Path.Combine(Folder, path);
        return File.Exists(file) ? ContentHash.Normalize(File.ReadAllText(file)) : null;
    }
}
