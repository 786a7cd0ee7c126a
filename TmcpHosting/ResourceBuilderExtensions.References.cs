using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Tells the resource the connection string of another one, and its parts.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="source">The other one.</param>
    /// <param name="connectionName">The name the resource knows it by. Null: its own. Empty: the parts get no prefix.</param>
    /// <param name="optional">Whether the connection string may be missing; else the resource fails to start then.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        var resource = source.Resource;
        var name = connectionName ?? resource.Name;
        builder.LinkTo(resource);
        return builder.WithEnvironment(context =>
        {
            var flags = ReferenceVariables.FlagsOf(builder.Resource);
            if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.ConnectionString))
                ReferenceVariables.AddConnectionString(context.EnvironmentVariables, resource, name, optional);
            if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.ConnectionProperties))
                ReferenceVariables.AddConnectionProperties(context.EnvironmentVariables, resource, name);
        });
    }

    /// <summary>Tells the resource the endpoints of another one.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="source">The other one.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.ReferenceEndpoints(source.Resource, endpointName: null, givenName: null);
    }

    /// <summary>Tells the resource the endpoints of another one under a given name.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="source">The other one.</param>
    /// <param name="name">The name the resource knows it by.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source,
        string name)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.ReferenceEndpoints(source.Resource, endpointName: null, givenName: name);
    }

    /// <summary>Tells the resource one endpoint of another one.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointReference">The endpoint.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        return builder.ReferenceEndpoints(endpointReference.Resource, endpointReference.EndpointName, givenName: null);
    }

    /// <summary>Tells the resource a URL by service discovery.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The name the resource knows it by.</param>
    /// <param name="uri">The URL, absolute and without path.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(uri);
        if (ExternalServiceResource.FindProblem(uri.OriginalString) is { } problem)
            throw new InvalidOperationException($"The reference '{name}' to '{uri}' cannot be made: {problem}.");

        return builder.WithEnvironment(context => ReferenceVariables.AddUrl(context, builder.Resource, name, "default", ReferenceVariables.Encode(name), uri.ToString()));
    }

    /// <summary>Tells the resource the URL of an external service.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="externalService">The service.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<ExternalServiceResource> externalService)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(externalService);
        builder.LinkTo(externalService.Resource);
        return builder.WithEnvironment(context => ReferenceVariables.AddExternalServiceAsync(context, builder.Resource, externalService.Resource));
    }

    /// <summary>Chooses which variables the references of the resource write into it.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="flags">Which. Default without this call: all.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReferenceEnvironment<TDestination>(
        this IResourceBuilder<TDestination> builder,
        ReferenceEnvironmentInjectionFlags flags)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ReferenceEnvironmentInjectionAnnotation(flags), ResourceAnnotationMutationBehavior.Replace);
    }

    private static IResourceBuilder<T> ReferenceEndpoints<T>(
        this IResourceBuilder<T> builder,
        IResourceWithEndpoints source,
        string? endpointName,
        string? givenName)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        var annotation = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>()
            .FirstOrDefault(existing => ReferenceEquals(existing.Resource, source) && existing.GivenName == givenName);
        if (annotation is null)
        {
            annotation = new EndpointReferenceAnnotation(source) { GivenName = givenName };
            builder.WithAnnotation(annotation).LinkTo(source);
            builder.WithEnvironment(context => ReferenceVariables.AddEndpoints(context, builder.Resource, annotation));
        }

        if (endpointName is null)
            annotation.UseAllEndpoints = true;
        else
            annotation.EndpointNames.Add(endpointName);
        return builder;
    }
}
