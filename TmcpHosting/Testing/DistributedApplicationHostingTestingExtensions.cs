using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Reaches the resources of a started application from a test.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <summary>A client whose base address is an endpoint of a resource.</summary>
    /// <param name="app">The started application.</param>
    /// <param name="resourceName">Name of the resource.</param>
    /// <param name="endpointName">Name of the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    /// <returns>The client, from the application's client factory.</returns>
    /// <exception cref="InvalidOperationException">The application has not started, or the endpoint has no address yet.</exception>
    /// <exception cref="ArgumentException">No such resource or endpoint.</exception>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var address = app.GetEndpoint(resourceName, endpointName);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = address;
        return client;
    }

    /// <summary>The connection string of a resource.</summary>
    /// <param name="app">The started application.</param>
    /// <param name="resourceName">Name of the resource.</param>
    /// <param name="cancellationToken">Ends the wait for its parts.</param>
    /// <returns>The connection string; null when it has none.</returns>
    /// <exception cref="InvalidOperationException">The application has not started.</exception>
    /// <exception cref="ArgumentException">No such resource, or it has no connection string.</exception>
    public static ValueTask<string?> GetConnectionStringAsync(
        this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default)
    {
        var resource = Find(app, resourceName);
        return resource is IResourceWithConnectionString source
            ? source.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"Resource '{resourceName}' ({resource.GetType().Name}) has no connection string.", nameof(resourceName));
    }

    /// <summary>The address of an endpoint as this process reaches it.</summary>
    /// <param name="app">The started application.</param>
    /// <param name="resourceName">Name of the resource.</param>
    /// <param name="endpointName">Name of the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="InvalidOperationException">The application has not started, or the endpoint has no address yet.</exception>
    /// <exception cref="ArgumentException">No such resource or endpoint.</exception>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
        => app.GetEndpointForNetwork(resourceName, null, endpointName);

    /// <summary>The address of an endpoint as seen from a network.</summary>
    /// <param name="app">The started application.</param>
    /// <param name="resourceName">Name of the resource.</param>
    /// <param name="networkIdentifier">The network. Null: that of this process.</param>
    /// <param name="endpointName">Name of the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="InvalidOperationException">The application has not started, or the endpoint has no address there yet.</exception>
    /// <exception cref="ArgumentException">No such resource or endpoint.</exception>
    public static Uri GetEndpointForNetwork(
        this DistributedApplication app, string resourceName, NetworkIdentifier? networkIdentifier, string? endpointName = null)
    {
        var resource = Find(app, resourceName);
        var endpoints = resource is IResourceWithEndpoints source ? source.GetEndpoints(networkIdentifier ?? KnownNetworkIdentifiers.LocalhostNetwork).ToArray() : [];
        var endpoint = endpointName is null ? Named("https") ?? Named("http") : Named(endpointName);
        if (endpoint is null)
        {
            var names = endpoints.Length == 0 ? "none" : string.Join(", ", endpoints.Select(candidate => $"'{candidate.EndpointName}'"));
            throw new ArgumentException(
                $"Resource '{resourceName}' has no endpoint {(endpointName is null ? "'https' or 'http'" : $"'{endpointName}'")}. It has: {names}.", nameof(endpointName));
        }

        return endpoint.IsAllocated ? new Uri(endpoint.Url) : throw new InvalidOperationException(
            $"Endpoint '{endpoint.EndpointName}' of resource '{resourceName}' has no address yet. Wait for the resource to run.");

        EndpointReference? Named(string name) => endpoints.FirstOrDefault(candidate => StringComparer.OrdinalIgnoreCase.Equals(candidate.EndpointName, name));
    }

    private static IResource Find(DistributedApplication app, string resourceName)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        if (!app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested)
            throw new InvalidOperationException($"The application has not started, so '{resourceName}' has no address. Await StartAsync() first.");

        var resources = app.Services.GetRequiredService<DistributedApplicationModel>().Resources;
        return resources.FirstOrDefault(resource => resource.HasName(resourceName)) ?? throw new ArgumentException(
            $"No resource is called '{resourceName}'. There are: {string.Join(", ", resources.Select(resource => resource.Name))}.", nameof(resourceName));
    }
}
