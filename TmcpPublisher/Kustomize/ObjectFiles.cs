using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Kustomize;

/// <summary>The objects of a tree's files, each file parsed once. Callers get copies when they mean to change them.</summary>
internal sealed class ObjectFiles(FileTree tree)
{
    private readonly Dictionary<string, IReadOnlyList<KubeObject>> _parsed = new(StringComparer.Ordinal);

    /// <summary>Paths of the tree.</summary>
    internal IEnumerable<string> Paths => tree.Files.Keys;

    internal bool Contains(string path) => tree.Files.ContainsKey(path);

    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    internal string Text(string path) => tree.Files[path];

    /// <summary>The objects of a file, shared: not to be changed.</summary>
    /// <exception cref="KustomizeException">The file is no valid YAML.</exception>
    internal IReadOnlyList<KubeObject> Read(string path)
    {
        if (!_parsed.TryGetValue(path, out var objects))
            _parsed[path] = objects = YamlFile.ReadObjects(path, Text(path));
        return objects;
    }

    /// <summary>The kustomization file of a folder; null when there is none.</summary>
    internal string? FindKustomization(string folder)
        => new[] { "kustomization.yaml", "kustomization.yml", "Kustomization" }.Select(name => TreePath.Join(folder, name)).FirstOrDefault(Contains);
}
