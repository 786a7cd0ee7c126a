using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Makes the HTTP and HTTPS endpoints reachable from outside once deployed.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.IsHttpScheme))
            endpoint.IsExternal = true;
        return builder;
    }

    /// <summary>Says that the HTTP endpoints so far speak HTTP/2 from the first byte, as gRPC does.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> AsHttp2Service<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.IsHttpScheme))
            endpoint.Transport = "http2";
        return builder;
    }

    /// <summary>An endpoint by name.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The endpoint's name; it may be added later.</param>
    /// <returns>The endpoint.</returns>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resource.GetEndpoint(name);
    }

    /// <summary>An endpoint by name as seen from a network.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The endpoint's name; it may be added later.</param>
    /// <param name="contextNetworkId">The network.</param>
    /// <returns>The endpoint.</returns>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name, NetworkIdentifier contextNetworkId)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resource.GetEndpoint(name, contextNetworkId);
    }

    private static EndpointAnnotation? FindEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => builder.Resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(endpoint => string.Equals(endpoint.Name, name, StringComparisons.EndpointName));

    private static void Merge(
        this EndpointAnnotation endpoint,
        int? port,
        int? targetPort,
        string? scheme,
        bool? isProxied,
        bool? isExternal,
        ProtocolType? protocol)
    {
        if (port is not null)
            endpoint.Port = port;
        if (targetPort is not null)
            endpoint.TargetPort = targetPort;
        if (scheme is not null)
            endpoint.UriScheme = scheme;
        if (isProxied is not null)
            (endpoint.IsExplicitlyProxied, endpoint.IsProxied) = (isProxied, isProxied.Value);
        if (isExternal is not null)
            endpoint.IsExternal = isExternal.Value;
        if (protocol is not null)
            endpoint.Protocol = protocol.Value;
    }

    private static IResourceBuilder<T> InjectTargetPort<T>(this IResourceBuilder<T> builder, EndpointAnnotation endpoint, string? variable)
        where T : IResourceWithEndpoints
    {
        if (variable is null || builder.Resource is not IResourceWithEnvironment)
            return builder;

        endpoint.TargetPortEnvironmentVariable = variable;
        var port = new EndpointReference(builder.Resource, endpoint).Property(EndpointProperty.TargetPort);
        return builder.WithAnnotation(new EnvironmentCallbackAnnotation(context => context.EnvironmentVariables[variable] = port));
    }
}
