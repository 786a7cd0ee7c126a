using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Lets code edit the URLs shown with the resource, once its endpoints have addresses.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="callback">The code.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrls<T>(this IResourceBuilder<T> builder, Action<ResourceUrlsCallbackContext> callback)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ResourceUrlsCallbackAnnotation(callback));
    }

    /// <summary>Lets code edit the URLs shown with the resource, once its endpoints have addresses.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="callback">The code.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrls<T>(this IResourceBuilder<T> builder, Func<ResourceUrlsCallbackContext, Task> callback)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ResourceUrlsCallbackAnnotation(callback));
    }

    /// <summary>Shows a URL with the resource.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="url">The URL.</param>
    /// <param name="displayText">The text of the link. Null: the URL.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrl<T>(this IResourceBuilder<T> builder, string url, string? displayText = null)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(url);
        return builder.WithAnnotation(new ResourceUrlAnnotation { Url = url, DisplayText = displayText });
    }

    /// <summary>Shows a URL with values in it with the resource.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="url">The URL.</param>
    /// <param name="displayText">The text of the link. Null: the URL.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrl<T>(this IResourceBuilder<T> builder, ReferenceExpression url, string? displayText = null)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(url);
        return builder.WithUrls(async context =>
        {
            var text = await url.GetValueAsync(context.CancellationToken).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(text))
                context.Urls.Add(new ResourceUrlAnnotation { Url = text, DisplayText = displayText, Endpoint = EndpointIn(url, context.Resource) });
        });
    }

    /// <summary>Shows a URL with values in it with the resource.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="url">The URL.</param>
    /// <param name="displayText">The text of the link. Null: the URL.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrl<T>(
        this IResourceBuilder<T> builder,
        in ReferenceExpression.ExpressionInterpolatedStringHandler url,
        string? displayText = null)
        where T : IResource => builder.WithUrl(url.GetExpression(), displayText);

    /// <summary>Lets code edit the URL of an endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointName">The endpoint; one that is not there is a warning in the resource's log.</param>
    /// <param name="callback">The code.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(endpointName);
        ArgumentNullException.ThrowIfNull(callback);
        return builder.WithUrls(context =>
        {
            var url = context.Urls.FirstOrDefault(u => string.Equals(u.Endpoint?.EndpointName, endpointName, StringComparisons.EndpointName));
            if (url is null)
                UrlLog.EndpointMissing(context.Logger, endpointName, context.Resource.Name);
            else
                callback(url);
        });
    }

    /// <summary>Adds a URL made from an endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointName">The endpoint; one that is not there is a warning in the resource's log.</param>
    /// <param name="callback">Makes the URL; a path is completed by the endpoint's address.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(
        this IResourceBuilder<T> builder,
        string endpointName,
        Func<EndpointReference, ResourceUrlAnnotation> callback)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(endpointName);
        ArgumentNullException.ThrowIfNull(callback);
        return builder.WithUrls(context =>
        {
            if (context.GetEndpoint(endpointName) is { } endpoint)
                context.Urls.Add(callback(endpoint).For(endpoint));
            else
                UrlLog.EndpointMissing(context.Logger, endpointName, context.Resource.Name);
        });
    }

    private static ResourceUrlAnnotation For(this ResourceUrlAnnotation url, EndpointReference endpoint) => url.Endpoint is not null
        ? url
        : new ResourceUrlAnnotation { Url = url.Url, DisplayText = url.DisplayText, DisplayLocation = url.DisplayLocation, Endpoint = endpoint };

    private static EndpointReference? EndpointIn(ReferenceExpression url, IResource owner) => url.ValueProviders
        .Select(provider => provider as EndpointReference ?? (provider as EndpointReferenceExpression)?.Endpoint)
        .FirstOrDefault(endpoint => ReferenceEquals(endpoint?.Resource, owner));
}
