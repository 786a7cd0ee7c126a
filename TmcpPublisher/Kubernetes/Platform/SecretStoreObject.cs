using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Platform;

/// <summary>How the operator reaches the store.</summary>
internal static class SecretStoreObject
{
    /// <summary>Where the store answers inside the cluster.</summary>
    internal const string VaultAddress = "http://vault.vault.svc.cluster.local:8200";

    /// <summary>The role that the operator logs in with.</summary>
    internal const string Role = "eso";

    internal const string Mount = "secret";

    internal static YamlNode Create(RenderPlan plan) => KubernetesObject.Create(
        "external-secrets.io/v1",
        "ClusterSecretStore",
        KubernetesObject.Metadata(SharedNames.SecretStore),
        ("spec", Map(
            ("conditions", List(Map(("namespaces", Texts(plan.Environments.Select(environment => environment.Settings.Namespace).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))))),
            ("provider", Map(("vault", Map(
                ("server", Text(VaultAddress)),
                ("path", Text(Mount)),
                ("version", Text("v2")),
                ("auth", Map(("kubernetes", Map(
                    ("mountPath", Text("kubernetes")),
                    ("role", Text(Role)),
                    ("serviceAccountRef", Map(
                        ("name", Text(SharedNames.ExternalSecretsNamespace)),
                        ("namespace", Text(SharedNames.ExternalSecretsNamespace)))))))))))))));
}
