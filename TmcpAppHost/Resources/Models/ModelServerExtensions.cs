using Tmcp.AppHost.Models;

namespace Tmcp.AppHost;

/// <summary>The model server in the graph.</summary>
internal static class ModelServerExtensions
{
    private const string EndpointName = "http";
    private const int PublicPort = 11434;

    /// <summary>
    /// Adds Ollama: <c>OLLAMA_BASE_URL</c> when it is set, an Ollama that already answers on this machine, <c>ollama</c> on PATH,
    /// else the emulator. In the cluster it is a service outside of it.
    /// </summary>
    internal static IResourceBuilder<IResource> AddModelServer(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> model) =>
        ModelServerBacking.Choose(builder) switch
        {
            ModelServerBacking.Outside outside => builder.AddOutside(name, outside, model.Resource),
            ModelServerBacking.Program program => builder.AddProgram(name, program, model),
            _ => builder.AddEmulator(name, model),
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
            .WithCommand(
                "pull-model",
                "Pull the model",
                context => PullModelCommand.ExecuteAsync(endpoint, model.Resource, context),
                new CommandOptions
                {
                    Description = "Downloads the model of parameter 'ollama-model' into this Ollama.",
                    ConfirmationMessage = "A model is a download of several gigabytes. Pull it now?",
                    IconName = "ArrowDownload",
                });
    }

    private static IResourceBuilder<ProjectResource> AddEmulator(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> model)
    {
        var server = builder.AddProject<Projects.TmcpEmulators>(name)
            .WithArgs("ollama")
            .WithHttpEndpoint(port: PublicPort, name: EndpointName)
            .WithHttpHealthCheck("/api/version")
            .WithEnvironment("OLLAMA_MODEL", model)
            .WithIconName("BrainCircuit")
            .ExcludeFromManifest();
        return server
            .WithAnnotation(new ModelServerAnnotation(server.GetEndpoint(EndpointName), model.Resource))
            .WithAnnotation(new BackingAnnotation("emulator: rules, not a model (no Ollama was found)"));
    }
}
