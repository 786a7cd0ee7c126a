namespace Aspire.Hosting.ApplicationModel;

/// <summary>The instances that the orchestrator runs for a resource. Set before the resource's first snapshot is published.</summary>
internal sealed class ResourceInstancesAnnotation : IResourceAnnotation
{
    /// <summary>In order of <see cref="ResourceInstance.Index"/>; never empty.</summary>
    public required IReadOnlyList<ResourceInstance> Instances { get; init; }
}
