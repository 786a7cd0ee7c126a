namespace Tmcp.Publisher.Graph;

/// <param name="Name">A legal port name; probes, Services and routes use it.</param>
/// <param name="ContainerPort">Where the process listens.</param>
/// <param name="ServicePort">Where its Service listens.</param>
/// <param name="Protocol"><c>TCP</c> or <c>UDP</c>.</param>
internal sealed record WorkloadPort(string Name, int ContainerPort, int ServicePort, string Protocol = "TCP");
