using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Chooses the ports that the manifest leaves open.</summary>
internal sealed class PortPlanner(AddressRule addresses, ProblemList problems)
{
    private const int FirstProjectPort = 8080;
    private const int FurtherProjectPorts = 8000;
    private const int PublicPort = 80;

    internal (IReadOnlyList<WorkloadPort> Ports, IReadOnlyList<Endpoint> Endpoints) Plan(
        ManifestResource resource, ManifestProgram program, KubernetesFacts facts, string? service)
    {
        foreach (var (name, port) in facts.Ports.Where(port => resource.FindBinding(port.Key) is null))
            problems.Add(port.Path, $"'{resource.Name}' has no binding '{name}'. {Suggestion.Sentence(name, resource.Bindings.Select(binding => binding.Name))}");

        var http = resource.Bindings.FirstOrDefault(binding => binding.Scheme == "http");
        var ports = new List<WorkloadPort>();
        foreach (var binding in resource.Bindings.Where(IsServed))
            Add(ports, binding, program, facts);

        var endpoints = resource.Bindings.Select(binding =>
        {
            var served = IsServed(binding);
            var port = ports.FirstOrDefault(port => port.Name == LegalName.Port(served ? binding.Name : http!.Name));
            return new Endpoint(
                binding.Name, port?.Name ?? "", binding.Scheme, service, port?.ServicePort ?? 0, port?.ContainerPort ?? 0, binding.Protocol, served);
        });
        return (ports, endpoints.ToArray());

        // https beside http: inside of the cluster nothing serves TLS.
        bool IsServed(ManifestBinding binding) => binding.Scheme != "https" || http is null;
    }

    private void Add(List<WorkloadPort> ports, ManifestBinding binding, ManifestProgram program, KubernetesFacts facts)
    {
        var stated = facts.Ports.GetValueOrDefault(binding.Name);
        if ((stated?.TargetPort ?? binding.TargetPort ?? (program.Project is null ? binding.Port : FreePort(ports))) is not { } container)
        {
            problems.Add(binding.Path, "says neither 'targetPort' nor 'port', so nobody knows where the process listens. Add 'targetPort'.");
            return;
        }

        var isFirstHttp = binding is { Name: "http", Scheme: "http" };
        var service = addresses is AddressRule.Container ? container : stated?.Port ?? binding.Port ?? (isFirstHttp ? PublicPort : container);
        var port = new WorkloadPort(LegalName.Port(binding.Name), container, service, binding.Protocol);
        foreach (var other in ports)
        {
            if (other.Name == port.Name)
                problems.Add(binding.Path, $"the port name '{port.Name}' is taken by another binding of the resource. Rename the binding.");
            else if (other.ServicePort == port.ServicePort && other.Protocol == port.Protocol)
                problems.Add(binding.Path, $"the Service listens on {port.ServicePort} for '{other.Name}' already. Give one of them another 'port'.");
        }

        ports.Add(port);
    }

    private static int FreePort(List<WorkloadPort> ports) => ports.Count == 0
        ? FirstProjectPort
        : Enumerable.Range(FurtherProjectPorts, ports.Count + 1).First(port => ports.All(other => other.ContainerPort != port));
}
