namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource whose image can receive files of other resources.</summary>
public interface IContainerFilesDestinationResource : IResource
{
    /// <summary>Where the files go inside the image; null for the default.</summary>
    string? ContainerFilesDestination => null;
}
