namespace Aspire.Hosting.ApplicationModel;

/// <summary>When the container's image is fetched.</summary>
public sealed class ContainerImagePullPolicyAnnotation : IResourceAnnotation
{
    /// <summary>When the image is fetched.</summary>
    public required ImagePullPolicy ImagePullPolicy { get; set; }
}
