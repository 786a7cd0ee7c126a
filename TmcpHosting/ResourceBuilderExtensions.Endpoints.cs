using System.ComponentModel;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds an endpoint, or changes the one of that name: what is null stays as it is.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use. Null: chosen at the start.</param>
    /// <param name="targetPort">The port the resource listens on. Null: chosen at the start.</param>
    /// <param name="scheme">The scheme of the URL. Default: <c>tcp</c>.</param>
    /// <param name="name">The name. Default: the scheme.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front. Default: yes.</param>
    /// <param name="isExternal">Whether it is reachable from outside once deployed. Default: no.</param>
    /// <param name="protocol">TCP or UDP. Default: TCP.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? scheme = null,
        string? name = null,
        string? env = null,
        bool? isProxied = null,
        bool? isExternal = null,
        ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        var endpointName = name ?? scheme ?? "tcp";
        if (builder.FindEndpoint(endpointName) is { } existing)
        {
            existing.Merge(port, targetPort, scheme, isProxied, isExternal, protocol);
            return builder.InjectTargetPort(existing, env);
        }

        var endpoint = new EndpointAnnotation(protocol ?? ProtocolType.Tcp, scheme, null, endpointName, port, targetPort, isExternal, isProxied);
        return builder.WithAnnotation(endpoint).InjectTargetPort(endpoint, env);
    }

    /// <summary>Adds or changes an endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use.</param>
    /// <param name="targetPort">The port the resource listens on.</param>
    /// <param name="scheme">The scheme of the URL.</param>
    /// <param name="name">The name.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front.</param>
    /// <param name="isExternal">Whether it is reachable from outside once deployed.</param>
    /// <param name="protocol">TCP or UDP.</param>
    /// <returns>The builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port,
        int? targetPort,
        string? scheme,
        string? name,
        string? env,
        bool isProxied,
        bool? isExternal,
        ProtocolType? protocol)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, scheme, name, env, (bool?)isProxied, isExternal, protocol);

    /// <summary>Adds or changes an endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use.</param>
    /// <param name="targetPort">The port the resource listens on.</param>
    /// <param name="scheme">The scheme of the URL.</param>
    /// <param name="name">The name.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front.</param>
    /// <param name="isExternal">Whether it is reachable from outside once deployed.</param>
    /// <returns>The builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port,
        int? targetPort,
        string? scheme,
        string? name,
        string? env,
        bool isProxied,
        bool? isExternal)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, scheme, name, env, (bool?)isProxied, isExternal, protocol: null);

    /// <summary>Changes an endpoint by code.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointName">The endpoint's name.</param>
    /// <param name="callback">The code.</param>
    /// <param name="createIfNotExists">Whether an endpoint that is not there is added first. Default: yes.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        string endpointName,
        Action<EndpointAnnotation> callback,
        bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpointName);
        ArgumentNullException.ThrowIfNull(callback);
        if (builder.FindEndpoint(endpointName) is { } existing)
        {
            callback(existing);
        }
        else if (createIfNotExists)
        {
            var endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            callback(endpoint);
            builder.WithAnnotation(endpoint);
        }

        return builder;
    }

    /// <summary>Adds or changes an HTTP endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use. Null: chosen at the start.</param>
    /// <param name="targetPort">The port the resource listens on. Null: chosen at the start.</param>
    /// <param name="name">The name. Default: <c>http</c>.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front. Default: yes.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? name = null,
        string? env = null,
        bool? isProxied = null)
        where T : IResourceWithEndpoints => builder.WithEndpoint(port, targetPort, "http", name, env, isProxied);

    /// <summary>Adds or changes an HTTP endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use.</param>
    /// <param name="targetPort">The port the resource listens on.</param>
    /// <param name="name">The name.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front.</param>
    /// <returns>The builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port,
        int? targetPort,
        string? name,
        string? env,
        bool isProxied)
        where T : IResourceWithEndpoints => builder.WithEndpoint(port, targetPort, "http", name, env, (bool?)isProxied);

    /// <summary>Adds or changes an HTTPS endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use. Null: chosen at the start.</param>
    /// <param name="targetPort">The port the resource listens on. Null: chosen at the start.</param>
    /// <param name="name">The name. Default: <c>https</c>.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front. Default: yes.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithHttpsEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? name = null,
        string? env = null,
        bool? isProxied = null)
        where T : IResourceWithEndpoints => builder.WithEndpoint(port, targetPort, "https", name, env, isProxied);

    /// <summary>Adds or changes an HTTPS endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port others use.</param>
    /// <param name="targetPort">The port the resource listens on.</param>
    /// <param name="name">The name.</param>
    /// <param name="env">The environment variable that tells the resource the port to listen on.</param>
    /// <param name="isProxied">Whether a proxy stands in front.</param>
    /// <returns>The builder.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IResourceBuilder<T> WithHttpsEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port,
        int? targetPort,
        string? name,
        string? env,
        bool isProxied)
        where T : IResourceWithEndpoints => builder.WithEndpoint(port, targetPort, "https", name, env, (bool?)isProxied);
}
