namespace Tmcp.Publisher.Graph;

/// <summary>Kubernetes quantities. There is no CPU limit: throttling hurts more than it protects.</summary>
internal sealed record ComputeResources(string Cpu, string Memory, string MemoryLimit);
