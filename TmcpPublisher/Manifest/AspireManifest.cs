namespace Tmcp.Publisher.Manifest;

/// <summary>An Aspire manifest, read and checked for its shape; expressions are not resolved yet.</summary>
internal sealed class AspireManifest
{
    private readonly Dictionary<string, ManifestResource> _byName;

    internal AspireManifest(IReadOnlyList<ManifestResource> resources, IReadOnlyList<KubernetesFacts> facts, IReadOnlyList<string> warnings)
    {
        Resources = resources;
        Facts = facts;
        Warnings = warnings;
        _byName = resources.ToDictionary(resource => resource.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    internal IReadOnlyList<ManifestResource> Resources { get; }

    /// <summary>The resources of type <c>tmcp.kubernetes.v0</c>.</summary>
    internal IReadOnlyList<KubernetesFacts> Facts { get; }

    /// <summary>What was skipped, and why.</summary>
    internal IReadOnlyList<string> Warnings { get; }

    internal ManifestResource? Find(string name) => _byName.GetValueOrDefault(name);

    internal IEnumerable<string> Names => _byName.Keys;
}
