using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Execution.Containers;
using Aspire.Hosting.Orchestration.Execution.Endpoints;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>Makes the dcp object of a container from its annotations and its plan.</summary>
internal static class ContainerFactory
{
    /// <summary>Name of the network object that all containers of a run join.</summary>
    public const string Network = "aspire-container-network";

    /// <summary>The container of one instance.</summary>
    public static async Task<DcpContainer> CreateAsync(
        IResource resource, ResourceInstance instance, LaunchPlan plan, IReadOnlyList<ServicePlan> services, string image, CancellationToken cancellationToken)
    {
        var templates = WorkloadFactory.Templates(services);
        return new DcpContainer
        {
            Metadata = WorkloadFactory.Metadata(resource, instance, services),
            Spec = new DcpContainerSpec
            {
                Image = image,
                ContainerName = instance.Name,
                // Neither this nor the runtime's own arguments are templates.
                Command = (resource as ContainerResource)?.Entrypoint,
                Args = [.. plan.Args.Select(argument => DcpTemplate.Escape(argument.Value, templates))],
                Env = [.. WorkloadFactory.Variables(plan, templates)],
                Ports = [.. services.Select(Port)],
                VolumeMounts = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Mount)],
                Networks = [new DcpNetworkAttachment(Network, Aliases(resource))],
                RunArgs = ["--add-host", $"{EndpointAllocator.HostSeenFromContainers}:host-gateway", .. await RuntimeArgumentsAsync(resource, cancellationToken)],
                // It is here: the host has built, pulled or found it.
                PullPolicy = "never",
                Persistent = ResourceKinds.IsPersistent(resource) ? true : null,
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

    private static async Task<IReadOnlyList<string>> RuntimeArgumentsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new ContainerRuntimeArgsCallbackContext([], cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<ContainerRuntimeArgsCallbackAnnotation>())
            await annotation.Callback(context);
        return [.. (await Task.WhenAll(context.Args.Select(value => LateText.OfAsync(value, cancellationToken)))).OfType<string>()];
    }
}
