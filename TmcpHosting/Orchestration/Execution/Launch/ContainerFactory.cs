using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Endpoints;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>Makes the dcp object of a container from its annotations and its plan.</summary>
internal static class ContainerFactory
{
    /// <summary>Name of the network object that all containers of a run join.</summary>
    public const string Network = "aspire-container-network";

    /// <summary>The container of one instance.</summary>
    public static async Task<DcpContainer> CreateAsync(
        IResource resource, ResourceInstance instance, LaunchPlan plan, IReadOnlyList<ServicePlan> services, CancellationToken cancellationToken)
    {
        var persistent = resource.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var lifetime) && lifetime.Lifetime == ContainerLifetime.Persistent;
        var templates = WorkloadFactory.Templates(services);
        resource.TryGetLastAnnotation<DockerfileBuildAnnotation>(out var build);
        resource.TryGetContainerImageName(out var image);
        return new DcpContainer
        {
            Metadata = WorkloadFactory.Metadata(resource, instance, services),
            Spec = new DcpContainerSpec
            {
                Image = build is null ? image : null,
                Build = build is null ? null : await BuildAsync(resource, build, cancellationToken),
                ContainerName = instance.Name,
                // Neither this nor the runtime's own arguments are templates.
                Command = (resource as ContainerResource)?.Entrypoint,
                Args = [.. plan.Args.Select(argument => DcpTemplate.Escape(argument.Value, templates))],
                Env = [.. WorkloadFactory.Variables(plan, templates)],
                Ports = [.. services.Select(Port)],
                VolumeMounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Mount)],
                Networks = [new DcpNetworkAttachment(Network, Aliases(resource))],
                RunArgs = ["--add-host", $"{EndpointAllocator.HostSeenFromContainers}:host-gateway", .. await RuntimeArgumentsAsync(resource, cancellationToken)],
                PullPolicy = PullPolicy(resource),
                Persistent = persistent ? true : null,
            },
        };
    }

    private static List<string> Aliases(IResource resource) =>
        [resource.Name, $"{resource.Name}.dev.internal", .. resource.Annotations.OfType<ContainerNetworkAliasAnnotation>().Select(alias => alias.Alias)];

    // Without a proxy the port is published as it is; with one dcp's proxy forwards to a random port of the loopback interface.
    private static DcpContainerPort Port(ServicePlan service) => new(
        service.TargetPort!.Value,
        service.IsProxied ? null : service.PublicPort,
        null,
        service.Endpoint.Protocol == System.Net.Sockets.ProtocolType.Udp ? "UDP" : "TCP");

    private static DcpVolumeMount Mount(ContainerMountAnnotation mount) =>
        new(mount.Type == ContainerMountType.BindMount ? "bind" : "volume", mount.Source, mount.Target, mount.IsReadOnly);

    private static string? PullPolicy(IResource resource) =>
        !resource.TryGetLastAnnotation<ContainerImagePullPolicyAnnotation>(out var policy) ? null : policy.ImagePullPolicy switch
        {
            ImagePullPolicy.Always => "always",
            ImagePullPolicy.Missing => "missing",
            ImagePullPolicy.Never => "never",
            _ => null,
        };

    private static async Task<DcpBuildContext> BuildAsync(IResource resource, DockerfileBuildAnnotation build, CancellationToken cancellationToken)
    {
        var args = new List<DcpVariable>();
        foreach (var (name, value) in build.BuildArguments)
            args.Add(new DcpVariable(name, await TextOfAsync(value, cancellationToken)));
        return new DcpBuildContext(build.ContextPath, build.DockerfilePath, build.Stage, args);
    }

    private static async Task<IReadOnlyList<string>> RuntimeArgumentsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new ContainerRuntimeArgsCallbackContext([], cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<ContainerRuntimeArgsCallbackAnnotation>())
            await annotation.Callback(context);
        return [.. (await Task.WhenAll(context.Args.Select(value => TextOfAsync(value, cancellationToken)))).OfType<string>()];
    }

    private static async Task<string?> TextOfAsync(object? value, CancellationToken cancellationToken) => value switch
    {
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken),
        IValueProvider provider => await provider.GetValueAsync(cancellationToken),
        _ => value?.ToString(),
    };
}
