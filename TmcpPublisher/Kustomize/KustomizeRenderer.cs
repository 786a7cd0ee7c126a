namespace Tmcp.Publisher.Kustomize;

/// <summary>
/// Renders a kustomization in this process as kustomize 5.5 does, for the part of kustomize that the published tree uses. Whatever it
/// does not know it refuses by name. The order of the objects is that of the files.
/// </summary>
internal sealed class KustomizeRenderer(ObjectFiles files)
{
    private readonly Dictionary<string, ResourceSet> _accumulated = new(StringComparer.Ordinal);

    /// <summary>The objects as a cluster would get them, free to change.</summary>
    /// <param name="folder">Folder of a kustomization of the kind Kustomization.</param>
    /// <param name="extraComponents">Folders of components that are applied as if the kustomization named them.</param>
    /// <exception cref="KustomizeException">A file is missing, no YAML, or asks for something that is not supported.</exception>
    internal ResourceSet Render(string folder, params IReadOnlyList<string> extraComponents)
    {
        var set = Accumulate(folder, folder, []).Clone();
        foreach (var component in extraComponents)
            AddComponent(set, component, component, []);
        GeneratedNames.Apply(set.Objects);
        return set;
    }

    // Steps in the order of kustomize: resources, generators, components, then patches, namespace, labels, replicas, images.
    private ResourceSet Accumulate(string folder, string askedBy, IReadOnlyList<string> visiting)
    {
        if (_accumulated.TryGetValue(folder, out var known))
            return known;

        var kustomization = Enter(folder, askedBy, visiting);
        if (kustomization.IsComponent)
            throw new KustomizeException(askedBy, $"'{folder}' is a Component and stands under 'resources'.", "List it under 'components'.");

        var set = new ResourceSet();
        Apply(kustomization, set, [.. visiting, folder]);
        return _accumulated[folder] = set;
    }

    private Kustomization Enter(string folder, string askedBy, IReadOnlyList<string> visiting) => visiting.Contains(folder)
        ? throw new KustomizeException(askedBy, $"Folders include each other: {string.Join(" → ", visiting)} → {folder}.", "Remove one of the references.")
        : Kustomization.Load(files, folder, askedBy);

    private void Apply(Kustomization kustomization, ResourceSet set, IReadOnlyList<string> visiting)
    {
        foreach (var resource in kustomization.Resources)
            AddResource(kustomization, set, resource, visiting);
        ConfigMapGenerator.Apply(files, kustomization, set.Objects);
        foreach (var component in kustomization.Components)
            AddComponent(set, TreePath.Join(kustomization.Folder, component), kustomization.File, visiting);

        Patches.Apply(files, kustomization, set);
        NamespaceTransformer.Apply(kustomization.Namespace, set.Objects);
        LabelTransformer.Apply(kustomization, set.Objects);
        ReplicaTransformer.Apply(kustomization, set.Objects);
        ImageTransformer.Apply(kustomization, set.Objects);
    }

    private void AddComponent(ResourceSet set, string folder, string askedBy, IReadOnlyList<string> visiting)
    {
        var component = Enter(folder, askedBy, visiting);
        if (!component.IsComponent)
            throw new KustomizeException(askedBy, $"'{folder}' is no Component and stands under 'components'.", "List it under 'resources'.");

        Apply(component, set, [.. visiting, folder]);
    }

    private void AddResource(Kustomization kustomization, ResourceSet set, string resource, IReadOnlyList<string> visiting)
    {
        var path = TreePath.Join(kustomization.Folder, resource);
        if (resource.Contains("://", StringComparison.Ordinal))
        {
            throw new KustomizeException(
                kustomization.File, $"The resource '{resource}' is an address.", "Keep a copy in the tree: nothing is fetched while rendering.");
        }

        if (files.Contains(path))
            set.Objects.AddRange(files.Read(path).Select(item => item.Clone()));
        else if (files.FindKustomization(path) is not null)
            set.Add(Accumulate(path, kustomization.File, visiting).Clone());
        else
            throw new KustomizeException(kustomization.File, $"The resource '{resource}' is neither a file nor a folder with a kustomization.", "Correct the path, or write it.");
    }
}
