using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The URLs shown with a resource: those of its endpoints, those of the model, edited by the callbacks of the model.</summary>
internal static class ResourceUrlEvaluator
{
    /// <summary>Evaluates the URLs. The resource's endpoints have addresses by now.</summary>
    public static async Task<ImmutableArray<UrlSnapshot>> EvaluateAsync(
        IResource resource,
        DistributedApplicationExecutionContext executionContext,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var urls = new List<ResourceUrlAnnotation>();
        if (resource is IResourceWithEndpoints owner)
            urls.AddRange(owner.GetEndpoints().Where(endpoint => endpoint.IsAllocated).Select(endpoint => new ResourceUrlAnnotation { Url = endpoint.Url, Endpoint = endpoint }));
        urls.AddRange(resource.Annotations.OfType<ResourceUrlAnnotation>());

        var context = new ResourceUrlsCallbackContext(executionContext, resource, urls, cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);

        // The dashboard shows the highest order first; the model's order is kept.
        return [.. urls.Select((url, index) => new UrlSnapshot(url.Endpoint?.EndpointName, Absolute(url), url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
        {
            DisplayProperties = new UrlDisplayPropertiesSnapshot(url.DisplayText ?? "", urls.Count - index),
        })];
    }

    // "/docs" on an endpoint at http://localhost:5000 is http://localhost:5000/docs. On Unix a path reads as an absolute file URL, hence the first test.
    private static string Absolute(ResourceUrlAnnotation url) =>
        (url.Url.StartsWith('/') || !Uri.IsWellFormedUriString(url.Url, UriKind.Absolute)) && url.Endpoint is { IsAllocated: true } endpoint
            ? new Uri(new Uri(endpoint.Url), url.Url).ToString()
            : url.Url;
}
