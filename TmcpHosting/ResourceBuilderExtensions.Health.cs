using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    private const int DefaultHealthStatus = 200;

    /// <summary>Lets a registered health check count for the resource.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="key">The name under which the check is registered in <c>Services.AddHealthChecks()</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The check counts for the resource already.</exception>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(check => string.Equals(check.Key, key, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' has the health check '{key}' already. Remove one of the two calls.");

        return builder.WithAnnotation(new HealthCheckAnnotation(key));
    }

    /// <summary>Counts the resource as healthy while a GET request gets a given status.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path. Default: <c>/</c>.</param>
    /// <param name="statusCode">The exact status. Default: 200.</param>
    /// <param name="endpointName">The endpoint. Default: <c>https</c>, else <c>http</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">There is no such endpoint.</exception>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        string? path = null,
        int? statusCode = null,
        string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddHttpHealthCheck(endpointName is null ? HttpEndpointOf(builder.Resource) : builder.GetEndpoint(endpointName), path, statusCode);
    }

    /// <summary>Counts the resource as healthy while a GET request gets a given status.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointSelector">Chooses the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    /// <param name="path">The path. Default: <c>/</c>.</param>
    /// <param name="statusCode">The exact status. Default: 200.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">There is no such endpoint.</exception>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        Func<EndpointReference>? endpointSelector,
        string? path = null,
        int? statusCode = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddHttpHealthCheck(endpointSelector?.Invoke() ?? HttpEndpointOf(builder.Resource), path, statusCode);
    }

    /// <summary>The endpoint for requests when none was named: <c>https</c>, else <c>http</c>, else any that speaks HTTP.</summary>
    internal static EndpointReference? HttpEndpointOf(IResourceWithEndpoints resource)
    {
        var endpoints = resource.GetEndpoints().Where(endpoint => endpoint.EndpointAnnotation.IsHttpScheme).ToArray();
        return endpoints.FirstOrDefault(endpoint => string.Equals(endpoint.EndpointName, "https", StringComparisons.EndpointName))
            ?? endpoints.FirstOrDefault(endpoint => string.Equals(endpoint.EndpointName, "http", StringComparisons.EndpointName))
            ?? endpoints.FirstOrDefault();
    }

    private static IResourceBuilder<T> AddHttpHealthCheck<T>(this IResourceBuilder<T> builder, EndpointReference? endpoint, string? path, int? statusCode)
        where T : IResourceWithEndpoints
    {
        var target = RequireHttp(builder.Resource, endpoint, "health check");
        var requestPath = path ?? "/";
        var status = statusCode ?? DefaultHealthStatus;
        var key = $"{builder.Resource.Name}_{target.EndpointName}_{requestPath}_{status}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key,
            _ => new EndpointHttpHealthCheck(target, requestPath, status),
            failureStatus: null,
            tags: null));
        return builder.WithHealthCheck(key);
    }

    private static EndpointReference RequireHttp(IResourceWithEndpoints resource, EndpointReference? endpoint, string use)
    {
        if (endpoint is { Exists: true } && endpoint.EndpointAnnotation.IsHttpScheme)
            return endpoint;

        var what = endpoint switch
        {
            null => "has no endpoint that speaks HTTP",
            { Exists: false } => $"has no endpoint '{endpoint.EndpointName}'",
            _ => $"speaks '{endpoint.Scheme}' on endpoint '{endpoint.EndpointName}', not HTTP",
        };
        throw new DistributedApplicationException(
            $"The HTTP {use} of resource '{resource.Name}' cannot be made: it {what}. Call WithHttpEndpoint before, or name another endpoint.");
    }
}
