using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A resource whose build output can be copied into the image of another.</summary>
public interface IResourceWithContainerFiles : IResource;
