using Tmcp.AppHost.Models;

namespace Tmcp.AppHost;

/// <summary>The model server in the graph.</summary>
internal static class ModelServerExtensions
{
    private const string EndpointName = "http";
    private const int PublicPort = 11434;

    /// <summary>
    /// Adds Ollama: its container with <c>--containers always</c>; else <c>OLLAMA_BASE_URL</c> when it is set, an Ollama that already answers on this
    /// machine, the container where its image is here, <c>ollama</c> on PATH, else the emulator. In the cluster it is a service outside of it.
    /// </summary>
    internal static IResourceBuilder<IResource> AddModelServer(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> model) =>
        ModelServerBacking.Choose(builder) switch
        {
            ModelServerBacking.Outside outside => builder.AddOutside(name, outside, model.Resource),
            ModelServerBacking.Program program => builder.AddProgram(name, program, model),
            ModelServerBacking.Container container => builder.AddContainer(name, container, model),
            ModelServerBacking.Emulator emulator => builder.AddEmulator(name, emulator, model),
            var unknown => throw new InvalidOperationException($"The model server's backing '{unknown}' is not handled."),
        };

    /// <summary>Gives a service the model server and the model, under the names that it has in the cluster, and waits for neither.</summary>
    internal static IResourceBuilder<T> WithModelServer<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> server)
        where T : IResourceWithEnvironment
    {
        var facts = server.Resource.Annotations.OfType<ModelServerAnnotation>().Single();
        return builder
            .WithEnvironment("OLLAMA_BASE_URL", facts.BaseUrl)
            .WithEnvironment("OLLAMA_MODEL", facts.Model)
            .WithRelationship(server.Resource, "Reference");
    }

    private static IResourceBuilder<ExternalServiceResource> AddOutside(
        this IDistributedApplicationBuilder builder, string name, ModelServerBacking.Outside outside, ParameterResource model) =>
        builder.AddExternalService(name, outside.Address)
            .WithHttpHealthCheck("/api/version")
            .WithAnnotation(new ModelServerAnnotation(ReferenceExpression.Create($"{outside.Address.AbsoluteUri.TrimEnd('/')}"), model))
            .WithAnnotation(new BackingAnnotation(outside.Reason))
            .WithIconName("BrainCircuit");

    private static IResourceBuilder<ExecutableResource> AddProgram(
        this IDistributedApplicationBuilder builder, string name, ModelServerBacking.Program program, IResourceBuilder<ParameterResource> model)
    {
        var server = builder.AddExecutable(name, program.Path, builder.AppHostDirectory, "serve")
            .WithHttpEndpoint(port: PublicPort, name: EndpointName)
            .WithHttpHealthCheck("/api/version")
            .WithIconName("BrainCircuit");
        var endpoint = server.GetEndpoint(EndpointName);
        return server
            .WithEnvironment("OLLAMA_HOST", $"127.0.0.1:{endpoint.Property(EndpointProperty.TargetPort)}")
            .WithAnnotation(new ModelServerAnnotation(endpoint, model.Resource))
            .WithAnnotation(new BackingAnnotation("ollama on PATH"))
            .WithPullModel(endpoint, model.Resource);
    }

    private static IResourceBuilder<ContainerResource> AddContainer(
        this IDistributedApplicationBuilder builder, string name, ModelServerBacking.Container container, IResourceBuilder<ParameterResource> model)
    {
        var server = builder.AddModelContainer(name, PublicPort, EndpointName, model);
        return server
            .WithAnnotation(new ModelServerAnnotation(server.GetEndpoint(EndpointName), model.Resource))
            .WithAnnotation(new BackingAnnotation($"container {ModelContainerExtensions.Image}:{ModelContainerExtensions.Tag} ({container.Reason})"));
    }

    private static IResourceBuilder<ProjectResource> AddEmulator(
        this IDistributedApplicationBuilder builder, string name, ModelServerBacking.Emulator emulator, IResourceBuilder<ParameterResource> model)
    {
        var server = builder.AddProject<Projects.TmcpEmulators>(name)
            .WithArgs("ollama")
            .WithHttpEndpoint(port: PublicPort, name: EndpointName)
            .WithHttpHealthCheck("/api/version")
            .WithEnvironment("OLLAMA_MODEL", model)
            .WithIconName("BrainCircuit")
            .ExcludeFromManifest();
        return server
            .WithAnnotation(new ModelServerAnnotation(server.GetEndpoint(EndpointName), model.Resource) { IsEmulator = true })
            .WithAnnotation(new BackingAnnotation($"emulator: rules, not a model ({emulator.Reason})"));
    }
}
