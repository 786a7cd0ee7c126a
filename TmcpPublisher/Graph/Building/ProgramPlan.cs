using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>A program with its names and ports: what others have to know before any value can be resolved.</summary>
/// <param name="Facts">Those of the manifest, or none.</param>
/// <param name="Service">Null: nobody can call it.</param>
/// <param name="Endpoints">One per binding, those included that nothing serves.</param>
internal sealed record ProgramPlan(
    ManifestResource Resource,
    ManifestProgram Program,
    KubernetesFacts Facts,
    string Name,
    string Stem,
    string App,
    WorkloadMode Mode,
    string? Service,
    IReadOnlyList<WorkloadPort> Ports,
    IReadOnlyList<Endpoint> Endpoints)
{
    /// <summary>Finds the port of a binding for a route or a probe; null: there is none.</summary>
    internal WorkloadPort? FindPort(string? binding)
    {
        if (binding is not null)
            return Endpoints.FirstOrDefault(endpoint => endpoint.Binding == binding && endpoint.IsServed) is { } named ? Ports.First(port => port.Name == named.Port) : null;

        return Ports.FirstOrDefault(port => port.Name == "http") ?? Ports.FirstOrDefault(port => port.Protocol == "TCP");
    }
}
