using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Manifest;
using Tmcp.Publisher.Output;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>What this repository publishes: the AppHost's own graph, and the tree that is committed for it.</summary>
internal static class PublishedTree
{
    private static readonly Lazy<SystemGraph> _graph = new(() =>
        GraphBuilder.Build(ManifestReader.Read(Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json")), RepositoryFolder.Path));

    private static readonly Lazy<FileTree> _files = new(() => TreeFolder.Read(Path.Combine(RepositoryFolder.Path, "manifests")));

    internal static SystemGraph Graph => _graph.Value;

    internal static FileTree Files => _files.Value;
}
