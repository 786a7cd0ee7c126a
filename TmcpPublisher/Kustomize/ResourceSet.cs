namespace Tmcp.Publisher.Kustomize;

/// <summary>The objects gathered so far, with what kustomize would pass over in silence.</summary>
internal sealed class ResourceSet
{
    internal List<KubeObject> Objects { get; } = [];

    /// <summary>Patches whose target does not exist: kustomize ignores them.</summary>
    internal List<RenderNote> Notes { get; } = [];

    internal void Add(ResourceSet other)
    {
        Objects.AddRange(other.Objects);
        Notes.AddRange(other.Notes);
    }

    /// <summary>A copy that may be changed.</summary>
    internal ResourceSet Clone()
    {
        var copy = new ResourceSet();
        copy.Objects.AddRange(Objects.Select(item => item.Clone()));
        copy.Notes.AddRange(Notes);
        return copy;
    }
}

/// <param name="File">The kustomization.</param>
/// <param name="Path">Where in it.</param>
/// <param name="What">What has no effect.</param>
internal sealed record RenderNote(string File, string Path, string What);
