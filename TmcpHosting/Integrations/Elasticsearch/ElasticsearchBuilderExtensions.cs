using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Elasticsearch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds and refines Elasticsearch.</summary>
public static class ElasticsearchBuilderExtensions
{
    private const int HttpPort = 9200;
    private const int InternalPort = 9300;
    private const string DataFolder = "/usr/share/elasticsearch/data";

    /// <summary>Adds a single node of Elasticsearch in a container, with security on.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name, which is also the name of its connection string.</param>
    /// <param name="password">The password of the user <c>elastic</c>. Null: one is generated, the parameter <c>name-password</c>.</param>
    /// <param name="port">The public port of <em>both</em> endpoints, which clash then: rather set the one of <c>http</c> with <c>WithEndpoint</c>. Null: any.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ElasticsearchResource> AddElasticsearch(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        var secret = password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false);
        var elasticsearch = new ElasticsearchResource(name, secret);
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            check, _ => new ElasticsearchHealthCheck(elasticsearch, HealthHttpClient.Shared), failureStatus: null, tags: null));
        return builder.AddResource(elasticsearch)
            .WithImage(ElasticsearchContainerImage.Image, ElasticsearchContainerImage.Tag)
            .WithImageRegistry(ElasticsearchContainerImage.Registry)
            .WithHttpEndpoint(port: port, targetPort: HttpPort, name: ElasticsearchResource.PrimaryEndpointName)
            .WithEndpoint(port: port, targetPort: InternalPort, name: ElasticsearchResource.InternalEndpointName)
            .WithEnvironment("discovery.type", "single-node")
            .WithEnvironment("xpack.security.enabled", "true")
            .WithEnvironment(context => context.EnvironmentVariables["ELASTIC_PASSWORD"] = secret)
            .WithHealthCheck(check);
    }

    /// <summary>Keeps the data in a volume.</summary>
    /// <param name="builder">The node.</param>
    /// <param name="name">The volume. Null: a name made of application and resource.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ElasticsearchResource> WithDataVolume(this IResourceBuilder<ElasticsearchResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), DataFolder);
    }

    /// <summary>Keeps the data in a directory of this machine, which the user with id 1000 must be able to write.</summary>
    /// <param name="builder">The node.</param>
    /// <param name="source">The directory, absolute or relative to the AppHost's.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ElasticsearchResource> WithDataBindMount(this IResourceBuilder<ElasticsearchResource> builder, string source)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(source);
        return builder.WithBindMount(source, DataFolder);
    }
}
