namespace Aspire.Hosting.ApplicationModel;

/// <summary>The container's name in the runtime, instead of a generated one.</summary>
public sealed class ContainerNameAnnotation : IResourceAnnotation
{
    /// <summary>The name.</summary>
    public required string Name { get; set; }
}
