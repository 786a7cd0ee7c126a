using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback gets that edits the URLs of a resource; it runs after the endpoints have addresses.</summary>
/// <param name="executionContext">Run or publish.</param>
/// <param name="resource">The resource.</param>
/// <param name="urls">The URLs so far.</param>
/// <param name="cancellationToken">Ends the evaluation.</param>
public class ResourceUrlsCallbackContext(
    DistributedApplicationExecutionContext executionContext,
    IResource resource,
    List<ResourceUrlAnnotation>? urls = null,
    CancellationToken cancellationToken = default)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource ?? throw new ArgumentNullException(nameof(resource));

    /// <summary>The URLs; add, edit, remove.</summary>
    public List<ResourceUrlAnnotation> Urls { get; } = urls ?? [];

    /// <summary>Ends the evaluation.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The log of the resource.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext ?? throw new ArgumentNullException(nameof(executionContext));

    /// <summary>An endpoint of the resource by name, as seen from a network.</summary>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="contextNetworkID">The network.</param>
    /// <returns>The endpoint; null when there is none of that name.</returns>
    public EndpointReference? GetEndpoint(string name, NetworkIdentifier contextNetworkID) =>
        Resource is IResourceWithEndpoints owner && new EndpointReference(owner, name, contextNetworkID) is { Exists: true } endpoint ? endpoint : null;

    /// <summary>An endpoint of the resource by name.</summary>
    /// <param name="name">The endpoint's name.</param>
    /// <returns>The endpoint; null when there is none of that name.</returns>
    public EndpointReference? GetEndpoint(string name) =>
        Resource is IResourceWithEndpoints owner && new EndpointReference(owner, name) is { Exists: true } endpoint ? endpoint : null;
}
