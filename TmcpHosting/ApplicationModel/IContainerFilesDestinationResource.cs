namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource whose image can receive files of other resources.</summary>
public interface IContainerFilesDestinationResource : IResource;
