namespace Tmcp.Publisher.Graph.Building;

/// <summary>How one program finds another.</summary>
internal enum AddressRule
{
    /// <summary>Through a Service with a port of its own: Kubernetes.</summary>
    Service,

    /// <summary>By the name of the resource, at the port where the process listens: one network of containers.</summary>
    Container,
}
