using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Platform.Logging;
using Tmcp.Publisher.Kubernetes.Secrets;

namespace Tmcp.Publisher.Kubernetes.Platform;

/// <summary>What the environments of a cluster share: the secret store, its keeper, the values of the charts, and the log shipper.</summary>
internal static class PlatformRenderer
{
    internal static void Add(KustomizeTree files, RenderPlan plan)
    {
        files.AddFolder("platform/config", [("clustersecretstore.yaml", [SecretStoreObject.Create(plan)])], new Kustomization());
        if (VaultKeeper.IsWanted(plan))
            VaultKeeper.Add(files, plan);
        files.Add($"platform/values/{Charts.ExternalSecrets.Name}.yaml", Charts.ExternalSecrets.Values);
        files.Add($"platform/values/{Charts.Vault.Name}.yaml", Charts.Vault.Values);
        foreach (var cluster in plan.Clusters)
            LogShipper.Add(files, plan, cluster);
        files.Tree.Add("SECRETS.md", SecretsPage.Create(plan));
    }
}
