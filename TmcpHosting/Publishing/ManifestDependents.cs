using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>The resources that written values refer to, in the order in which they were met.</summary>
internal sealed class ManifestDependents
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _names = new(StringComparisons.ResourceNameComparer);
    private readonly List<IResource> _resources = [];

    /// <summary>Grows while resources are written: read it by index.</summary>
    public IReadOnlyList<IResource> Resources => _resources;

    /// <summary>Notes a value and everything it is made of; each is visited once, so circles end.</summary>
    /// <exception cref="InvalidOperationException">An endpoint is referred to that its resource does not have.</exception>
    public void Add(object? value)
    {
        if (value is IResourceBuilder<IResource> builder)
            value = builder.Resource;
        if (value is not (IResource or IValueWithReferences) || !_seen.Add(value))
            return;

        // A misspelt name would go unnoticed until something is deployed: an expression can be written for any name.
        if (value is EndpointReference endpoint)
            _ = endpoint.EndpointAnnotation;
        if (value is IResource resource && _names.Add(resource.Name))
            _resources.Add(resource);
        if (value is IValueWithReferences composed)
        {
            foreach (var reference in composed.References)
                Add(reference);
        }
    }
}
