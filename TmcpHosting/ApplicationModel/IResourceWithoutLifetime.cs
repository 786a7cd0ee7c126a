namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that neither starts nor stops; nothing waits for it.</summary>
public interface IResourceWithoutLifetime : IResource;
