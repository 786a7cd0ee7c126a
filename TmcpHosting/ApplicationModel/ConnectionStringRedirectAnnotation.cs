namespace Aspire.Hosting.ApplicationModel;

/// <summary>The connection string is that of another resource.</summary>
/// <param name="resource">The other one.</param>
public class ConnectionStringRedirectAnnotation(IResourceWithConnectionString resource) : IResourceAnnotation
{
    /// <summary>The other one.</summary>
    public IResourceWithConnectionString Resource { get; } = resource ?? throw new ArgumentNullException(nameof(resource));
}
