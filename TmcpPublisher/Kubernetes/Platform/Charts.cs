using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Platform;

/// <summary>Other people's charts, pinned, with the values that we need to differ.</summary>
internal static class Charts
{
    /// <summary>Brings the resource kinds of the secrets. Version 2.9 serves <c>external-secrets.io/v1</c> only.</summary>
    internal static Chart ExternalSecrets { get; } = new(
        "external-secrets", "https://charts.external-secrets.io", "2.9.0", SharedNames.ExternalSecretsNamespace, Map(("installCRDs", Flag(true))));

    /// <summary>
    /// The store. A sealed pod reports ready, else Argo CD would wait for it for ever and the keeper, which unseals it, would never be
    /// applied.
    /// </summary>
    internal static Chart Vault { get; } = new("vault", "https://helm.releases.hashicorp.com", "0.29.1", SharedNames.VaultNamespace, Map(
        ("injector", Map(("enabled", Flag(false)))),
        ("server", Map(
            ("standalone", Map(("enabled", Flag(true)))),
            ("dataStorage", Map(("size", Text("1Gi")))),
            ("readinessProbe", Map(
                ("enabled", Flag(true)),
                ("path", Text("/v1/sys/health?standbyok=true&sealedcode=204&uninitcode=204"))))))));
}

/// <param name="Name">Of the chart and of its Application.</param>
/// <param name="Repository">Where charts are.</param>
/// <param name="Namespace">Where it is installed.</param>
internal sealed record Chart(string Name, string Repository, string Version, string Namespace, YamlMappingNode Values);
