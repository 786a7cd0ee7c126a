using Tmcp.AppHost.Kubernetes;

namespace Tmcp.AppHost;

/// <summary>What a resource is in the cluster.</summary>
internal static class KubernetesExtensions
{
    /// <summary>
    /// States the facts that Kubernetes needs. They are written into the manifest as <c>&lt;name&gt;-k8s</c>, unless <c>--plain</c> is given;
    /// a local run only carries them. A service that somebody else runs needs none: its address says all.
    /// </summary>
    internal static IResourceBuilder<T> InCluster<T>(this IResourceBuilder<T> builder, Action<ClusterFacts>? describe = null)
        where T : IResource
    {
        var facts = new ClusterFacts();
        describe?.Invoke(facts);
        var application = builder.ApplicationBuilder;
        if (application.ExecutionContext.IsPublishMode && !application.GetTmcpOptions().Plain)
        {
            application.AddResource(new KubernetesResource(builder.Resource))
                .WithManifestPublishingCallback(context => KubernetesManifest.Write(context, builder.Resource, facts));
        }

        return builder.WithAnnotation(facts);
    }
}
