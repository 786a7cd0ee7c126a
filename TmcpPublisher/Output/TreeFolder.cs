namespace Tmcp.Publisher.Output;

/// <summary>Reads a folder as a tree.</summary>
internal static class TreeFolder
{
    /// <summary>Every file below a folder, hidden ones included.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    internal static FileTree Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder '{folder}' is not there. Write it with 'generate', or name another with '--manifests'.");

        var tree = new FileTree();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            tree.Add(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file));
        return tree;
    }
}
