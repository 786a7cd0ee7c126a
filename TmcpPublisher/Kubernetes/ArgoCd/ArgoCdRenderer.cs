using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.ArgoCd;

/// <summary>What a person applies once, and what Argo CD then keeps true.</summary>
internal static class ArgoCdRenderer
{
    internal static void Add(KustomizeTree files, RenderPlan plan)
    {
        foreach (var cluster in plan.Clusters)
        {
            // A person applies one folder; only a second cluster makes it necessary to say which.
            var bootstrap = plan.Clusters.Count == 1 ? "argocd/bootstrap" : $"argocd/bootstrap/{cluster.Name}";
            files.AddFolder(bootstrap, [("argocd-cm.yaml", [Settings()]), ("root.yaml", [Applications.Root(cluster)])], new Kustomization());
            files.AddFolder(
                $"argocd/{cluster.Name}",
                [
                    ("namespaces.yaml", ClusterObjects.Namespaces(plan, cluster)),
                    ("project.yaml", [ClusterObjects.Project(plan, cluster)]),
                    ("infra.yaml", Applications.Infrastructure(cluster)),
                    ("platform.yaml", Applications.Platform(plan, cluster)),
                    ("environments.yaml", Applications.Environments(plan, cluster)),
                ],
                new Kustomization());
        }
    }

    // Applied server-side beside what the installation wrote: only these keys are ours.
    private static YamlMappingNode Settings() => KubernetesObject.Create(
        "v1",
        "ConfigMap",
        KubernetesObject.Metadata(
            "argocd-cm",
            Map(("app.kubernetes.io/name", Text("argocd-cm")), ("app.kubernetes.io/part-of", Text("argocd"))),
            inNamespace: SharedNames.ArgoCdNamespace),
        ("data", Map(
            ("resource.exclusions", Text(EmbeddedText.Read("ArgoCd.resource-exclusions.txt"))),
            ("resource.customizations.health.argoproj.io_Application", Text(EmbeddedText.Read("ArgoCd.application-health.lua"))))));
}
