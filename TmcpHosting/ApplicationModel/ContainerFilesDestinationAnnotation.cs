namespace Aspire.Hosting.ApplicationModel;

/// <summary>Files of another resource's image that go into the image of this one.</summary>
public sealed class ContainerFilesDestinationAnnotation : IResourceAnnotation
{
    /// <summary>The resource whose image holds the files.</summary>
    public required IResource Source { get; init; }

    /// <summary>Where they go, in the image of this resource.</summary>
    public required string DestinationPath { get; init; }
}
