namespace Aspire.Hosting.ApplicationModel;

/// <summary>A file or folder in the image of this resource that other images may take.</summary>
public sealed class ContainerFilesSourceAnnotation : IResourceAnnotation
{
    /// <summary>Its path in the image.</summary>
    public required string SourcePath { get; init; }
}
