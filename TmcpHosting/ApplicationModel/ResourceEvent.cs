namespace Aspire.Hosting.ApplicationModel;

/// <summary>A new snapshot of a resource.</summary>
/// <param name="resource">The resource.</param>
/// <param name="resourceId">Its name; of the replica when there are several.</param>
/// <param name="snapshot">The snapshot.</param>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Its name; of the replica when there are several.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>The snapshot.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
