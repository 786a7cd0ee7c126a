using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.Models;

/// <summary>Ollama in its container, with the model in a volume.</summary>
internal static class ModelContainerExtensions
{
    internal const string Image = "ollama/ollama";
    internal const string Tag = "0.32.15";
    private const int TargetPort = 11434;

    // Inside the image, whose user is root: where Ollama keeps its models unless OLLAMA_MODELS says otherwise.
    private const string ModelsFolder = "/root/.ollama";

    /// <summary>Adds the server. It counts as ready once the model was pulled, or could not be; only the first time that takes long.</summary>
    internal static IResourceBuilder<ContainerResource> AddModelContainer(
        this IDistributedApplicationBuilder builder, string name, int publicPort, string endpointName, IResourceBuilder<ParameterResource> model)
    {
        var server = builder.AddContainer(name, Image, Tag)
            .WithHttpEndpoint(port: publicPort, targetPort: TargetPort, name: endpointName)
            .WithHttpHealthCheck("/api/version")
            .WithIconName("BrainCircuit");
        var endpoint = server.GetEndpoint(endpointName);
        return server
            .WithVolume(VolumeNameGenerator.Generate(server, "models"), ModelsFolder)
            .WithPullModel(endpoint, model.Resource)
            .OnResourceReady((_, ready, cancellationToken) => PullAsync(endpoint, model.Resource, ready.Services, cancellationToken));
    }

    private static async Task PullAsync(EndpointReference endpoint, ParameterResource model, IServiceProvider services, CancellationToken cancellationToken)
    {
        var logger = services.GetRequiredService<ResourceLoggerService>().GetLogger(endpoint.Resource);
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        // Without the model the agent starts all the same, degraded, and says so.
        if (await ModelPull.EnsureAsync(client, new Uri(endpoint.Url), await model.GetValueAsync(cancellationToken) ?? "", logger, cancellationToken) is { } problem)
            logger.LogError("{Problem}", problem);
    }
}
