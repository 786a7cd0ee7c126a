using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>One endpoint of the model and the dcp service that stands for it.</summary>
internal sealed record ServicePlan(IResource Resource, EndpointAnnotation Endpoint, string Name, bool IsProxied, int? PublicPort, int? TargetPort, bool ReachableFromContainers)
{
    /// <summary>What the process must listen on, as it stands in its environment: a number, or the template dcp fills in.</summary>
    public string TargetPortText => TargetPort is { } fixedPort ? $"{fixedPort}" : DcpTemplate.PortForServing(Name);

    /// <summary>The object to create.</summary>
    public DcpService ToService() => new()
    {
        Metadata = new DcpMetadata
        {
            Name = Name,
            Annotations = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [DcpAnnotations.ResourceName] = Resource.Name,
                [DcpAnnotations.EndpointName] = Endpoint.Name,
            },
        },
        Spec = new DcpServiceSpec
        {
            Protocol = Endpoint.Protocol == System.Net.Sockets.ProtocolType.Udp ? "UDP" : "TCP",
            Port = PublicPort,
            // On Linux a container reaches the host by the bridge's address, where only a listener on all addresses answers.
            Address = ReachableFromContainers ? "0.0.0.0" : ListenAddress(Endpoint.TargetHost),
            AddressAllocationMode = IsProxied ? null : "Proxyless",
        },
    };

    /// <summary>The entry for the annotation of whatever produces the service. A container must name its port, a process only a fixed one.</summary>
    public DcpServiceProducer ToProducer() => new(Name, Resource.IsContainer() ? null : DialAddress(Endpoint.TargetHost), TargetPort);

    private static string ListenAddress(string host) => host is "*" or "+" or "::" ? "0.0.0.0" : host;

    private static string DialAddress(string host) => host is "*" or "+" or "::" or "0.0.0.0" ? "localhost" : host;
}
