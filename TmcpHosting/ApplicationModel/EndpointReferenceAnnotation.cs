namespace Aspire.Hosting.ApplicationModel;

/// <summary>The endpoints of one resource that another one references; several references to one resource are merged here.</summary>
internal sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    public IResourceWithEndpoints Resource { get; } = resource;

    /// <summary>Whether the whole resource is referenced.</summary>
    public bool UseAllEndpoints { get; set; }

    /// <summary>The endpoints referenced one by one.</summary>
    public HashSet<string> EndpointNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name given to the reference instead of the resource's own; null when none was.</summary>
    public string? GivenName { get; init; }
}
