using Tmcp.AppHost.Containers;
using Tmcp.AppHost.Kubernetes;

namespace Tmcp.AppHost;

/// <summary>Elasticsearch and Kibana in the graph.</summary>
internal static class SearchExtensions
{
    private const string Version = "8.17.3";
    private const string SearchImage = $"library/elasticsearch:{Version}";
    private const string KibanaImage = "docker.io/library/kibana";
    private const string EndpointName = "http";
    private const string NodeEndpointName = "internal";
    private const int PublicPort = 9200;
    private const int KibanaPort = 5601;

    /// <summary>
    /// Adds the store of the log lines: Elastic's container where one can run, else the emulator. Security is off, as in the cluster: only
    /// workloads that the network policies admit reach it.
    /// </summary>
    internal static IResourceBuilder<IResourceWithEndpoints> AddSearch(this IDistributedApplicationBuilder builder, string name)
    {
        var choice = ContainerChoice.For(builder, SearchImage);
        return choice.InContainer ? builder.AddContainer(name, choice.Reason) : builder.AddEmulator(name, choice.Reason);
    }

    /// <summary>Gives a service the address as <c>ELASTICSEARCH_URL</c>.</summary>
    internal static IResourceBuilder<T> WithSearch<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithEndpoints> search)
        where T : IResourceWithEnvironment =>
        builder.WithEnvironment("ELASTICSEARCH_URL", search.GetEndpoint(EndpointName)).WithRelationship(search.Resource, "Reference");

    /// <summary>Adds Kibana, which a person starts when needed. Without containers there is none: it only speaks to the real Elasticsearch.</summary>
    internal static void AddKibana(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<IResourceWithEndpoints> search, string route, Action<ClusterFacts> inCluster)
    {
        if (search.Resource is not ElasticsearchResource)
            return;

        var kibana = builder.AddContainer(name, KibanaImage, Version)
            .WithHttpEndpoint(targetPort: KibanaPort, name: EndpointName)
            .WithHttpHealthCheck("/api/status")
            .WithEnvironment("ELASTICSEARCH_HOSTS", search.GetEndpoint(EndpointName))
            .WithEnvironment("SERVER_BASEPATH", route)
            .WithRoute(route)
            .WithIconName("DataBarVertical")
            .WaitFor(search)
            .WithExplicitStart()
            .WithAnnotation(new BackingAnnotation($"container {KibanaImage}:{Version}"));
        foreach (var (variable, use) in KibanaKeys)
            kibana.WithEnvironment(variable, builder.AddSecret($"{name}-{use}-key", $"Key with which Kibana protects {use}.", length: 32));
        kibana.InCluster(facts =>
        {
            foreach (var (variable, _) in KibanaKeys)
                facts.Secret(variable, $"tmcp/{name}");
            inCluster(facts);
        });
    }

    private static readonly (string Variable, string Use)[] KibanaKeys =
    [
        ("XPACK_ENCRYPTEDSAVEDOBJECTS_ENCRYPTIONKEY", "objects"),
        ("XPACK_REPORTING_ENCRYPTIONKEY", "reports"),
        ("XPACK_SECURITY_ENCRYPTIONKEY", "sessions"),
    ];

    private static IResourceBuilder<ElasticsearchResource> AddContainer(this IDistributedApplicationBuilder builder, string name, string reason)
    {
        var search = builder.AddElasticsearch(name)
            .WithImage("library/elasticsearch", Version)
            .WithEndpoint(EndpointName, endpoint => endpoint.Port = PublicPort)
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["xpack.security.enabled"] = "false";
                context.EnvironmentVariables.Remove("ELASTIC_PASSWORD");
            })
            .WithEnvironment("ES_JAVA_OPTS", "-Xms1g -Xmx1g")
            .WithIconName("DocumentSearch")
            .WithAnnotation(new BackingAnnotation($"container {SearchImage} ({reason})"));
        // One node talks to no other.
        search.Resource.Annotations.Remove(search.Resource.Annotations.OfType<EndpointAnnotation>().Single(endpoint => endpoint.Name == NodeEndpointName));
        return builder.ExecutionContext.IsPublishMode ? search.WithDataVolume("elasticsearch-data") : search.WithDataVolume();
    }

    private static IResourceBuilder<ProjectResource> AddEmulator(this IDistributedApplicationBuilder builder, string name, string reason) =>
        builder.AddProject<Projects.TmcpEmulators>(name)
            .WithArgs("elasticsearch", "--data", Path.Combine(builder.GetTmcpOptions().DataFolder, name))
            .WithHttpEndpoint(port: PublicPort, name: EndpointName)
            .WithHttpHealthCheck("/_cluster/health")
            .WithIconName("DocumentSearch")
            .WithAnnotation(new BackingAnnotation($"emulator: keeps the last days only ({reason})"))
            .ExcludeFromManifest();
}
