using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Secrets;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Kubernetes.Components;

/// <summary>Something that an environment may have on top of the base.</summary>
internal sealed record Component(string Name)
{
    /// <summary>Images that it brings.</summary>
    internal IReadOnlyList<ImageSource> Images { get; init; } = [];

    /// <summary>Secrets that it reads.</summary>
    internal IReadOnlyList<SecretSet> Secrets { get; init; } = [];

    internal bool HasClaims { get; init; }

    /// <summary>File name to objects.</summary>
    internal IReadOnlyList<(string File, IReadOnlyList<YamlNode> Documents)> Files { get; init; } = [];

    internal IReadOnlyList<KustomizePatch> Patches { get; init; } = [];

    /// <summary>Whether it changes anything in this graph. A component that does not is left out.</summary>
    internal bool IsEmpty => Patches.Count == 0 && Files.All(file => file.Documents.Count == 0);
}
