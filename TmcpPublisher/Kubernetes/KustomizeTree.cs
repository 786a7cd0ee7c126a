using Tmcp.Publisher.Output;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>Collects files, each with the line that keeps people from editing it.</summary>
internal sealed class KustomizeTree
{
    internal const string Comment
        = "Generated from the graph by TmcpPublisher; edit the AppHost, deploy/settings.json or overlays/<env>/extra instead.";

    internal FileTree Tree { get; } = new();

    /// <summary>Adds a file of at least one document.</summary>
    internal void Add(string path, params IEnumerable<YamlNode> documents) => Tree.Add(path, YamlWriter.Write(Comment, documents));

    /// <summary>Adds a folder: its files, and a kustomization that lists those which hold anything.</summary>
    internal void AddFolder(string folder, IReadOnlyList<(string File, IReadOnlyList<YamlNode> Documents)> files, Kustomization kustomization)
    {
        var present = files.Where(file => file.Documents.Count > 0).ToList();
        foreach (var (file, documents) in present)
            Add($"{folder}/{file}", documents);
        Add($"{folder}/kustomization.yaml", (kustomization with { Resources = [.. kustomization.Resources, .. present.Select(file => file.File)] }).ToYaml());
    }
}
