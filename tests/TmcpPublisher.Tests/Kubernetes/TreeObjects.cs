using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Schemas;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Schemas;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The objects of a tree, as its files have them and as a cluster gets them.</summary>
internal static class TreeObjects
{
    /// <summary>Every document of every YAML file but the values of charts, with its file.</summary>
    internal static IReadOnlyList<KubeObject> Documents(FileTree tree)
        => [.. tree.Files
            .Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal) && !file.Key.StartsWith("platform/values/", StringComparison.Ordinal))
            .SelectMany(file => YamlFile.ReadObjects(file.Key, file.Value))];

    /// <summary>Every folder that somebody applies, rendered.</summary>
    internal static IReadOnlyList<KubeObject> Renderings(FileTree tree)
        => [.. Folders(tree).SelectMany(folder => new KustomizeRenderer(new ObjectFiles(tree)).Render(folder).Objects)];

    /// <summary>The folders that a person or Argo CD applies.</summary>
    internal static IReadOnlyList<string> Folders(FileTree tree)
        => [.. tree.Files.Keys
            .Where(path => path.EndsWith("/kustomization.yaml", StringComparison.Ordinal))
            .Select(path => path[..path.LastIndexOf('/')])
            .Where(folder => folder == "base" || folder.StartsWith("overlays/", StringComparison.Ordinal) || folder.StartsWith("platform/", StringComparison.Ordinal) || folder.StartsWith("argocd/", StringComparison.Ordinal))];

    internal static IReadOnlyList<string> Check(IEnumerable<KubeObject> objects)
    {
        var schemas = SchemaSet.Open(StrictSchemas.Folder);
        return [.. objects.SelectMany(item => schemas.Find(item.ApiVersion, item.Kind) is { } schema
            ? schema.Check(item.Root).Select(fault => $"{item.File}: {item}: {fault}")
            : [$"{item.File}: there is no schema for {item.ApiVersion}/{item.Kind}"])];
    }
}
