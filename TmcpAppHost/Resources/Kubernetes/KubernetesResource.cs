namespace Tmcp.AppHost.Kubernetes;

/// <summary>The manifest's entry with the cluster facts of another resource. Exists only while publishing.</summary>
/// <param name="subject">The resource that the facts are about.</param>
internal sealed class KubernetesResource(IResource subject) : Resource($"{subject.Name}-k8s")
{
    internal const string ManifestType = "tmcp.kubernetes.v0";

    internal IResource Subject { get; } = subject;
}
