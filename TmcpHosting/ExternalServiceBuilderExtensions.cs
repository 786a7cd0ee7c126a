using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds and refines services outside of the application.</summary>
public static class ExternalServiceBuilderExtensions
{
    private const int DefaultHealthStatus = 200;

    /// <summary>Adds a service with a fixed URL.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="url">The URL, absolute and without path.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ArgumentException">The URL is relative or has a path.</exception>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, string name, string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return ExternalServiceResource.FindProblem(url) is { } problem
            ? throw new ArgumentException($"'{url}' cannot be the URL of external service '{name}': {problem}.", nameof(url))
            : builder.AddExternalService(name, new Uri(url));
    }

    /// <summary>Adds a service with a fixed URL.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="uri">The URL, absolute and without path.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ArgumentException">The URL is relative or has a path.</exception>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, string name, Uri uri) =>
        Add(builder, new ExternalServiceResource(name, uri));

    /// <summary>Adds a service whose URL is the value of a parameter.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="urlParameter">The parameter.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource> urlParameter)
    {
        ArgumentNullException.ThrowIfNull(urlParameter);
        return Add(builder, new ExternalServiceResource(name, urlParameter.Resource)).WithReferenceRelationship(urlParameter.Resource);
    }

    /// <summary>Counts the service as healthy while a GET request gets a given status.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="path">The path. Default: <c>/</c>.</param>
    /// <param name="statusCode">The exact status. Default: 200.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ExternalServiceResource> WithHttpHealthCheck(
        this IResourceBuilder<ExternalServiceResource> builder,
        string? path = null,
        int? statusCode = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var service = builder.Resource;
        var requestPath = path ?? "/";
        var status = statusCode ?? DefaultHealthStatus;
        var key = $"{service.Name}_external_{requestPath}_{status}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key,
            services => new ExternalServiceHealthCheck(services.GetRequiredService<IHttpClientFactory>(), service, requestPath, status),
            failureStatus: null,
            tags: null));
        return builder.WithHealthCheck(key);
    }

    private static IResourceBuilder<ExternalServiceResource> Add(IDistributedApplicationBuilder builder, ExternalServiceResource service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(service)
            .WithInitialState(new CustomResourceSnapshot
            {
                ResourceType = KnownResourceTypes.ExternalService,
                State = KnownResourceStates.Waiting,
                Properties = [new ResourcePropertySnapshot(CustomResourceKnownProperties.Source, service.Uri?.ToString() ?? service.UrlParameter!.Name)],
            })
            .ExcludeFromManifest()
            .OnInitializeResource(AnnounceAsync);
    }

    private static async Task AnnounceAsync(ExternalServiceResource service, InitializeResourceEvent initialize, CancellationToken cancellationToken)
    {
        try
        {
            var url = await service.GetUrlAsync(cancellationToken).ConfigureAwait(false);
            await initialize.Notifications.PublishUpdateAsync(service, snapshot => snapshot with
            {
                State = KnownResourceStates.Running,
                Urls = [new UrlSnapshot(null, url.ToString(), IsInternal: false)],
            }).ConfigureAwait(false);
        }
        catch (DistributedApplicationException failure)
        {
            ExternalServiceLog.UrlUnusable(initialize.Logger, failure.Message);
            await initialize.Notifications.PublishUpdateAsync(service, snapshot => snapshot with { State = KnownResourceStates.FailedToStart }).ConfigureAwait(false);
        }
    }
}
