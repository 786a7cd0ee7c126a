namespace Tmcp.Publisher.Kubernetes;

/// <summary>Names that no resource of the graph gives: those which the cluster knows already, and ours beside them.</summary>
internal static class SharedNames
{
    internal const string System = "tmcp";

    internal const string DefaultDeny = "default-deny";

    internal const string AllowDns = "allow-dns";

    internal const string IngressRoute = "marketing-ingress";

    internal const string SecretStore = "vault-backend";

    internal const string VaultNamespace = "vault";

    internal const string ExternalSecretsNamespace = "external-secrets";

    internal const string LoggingNamespace = "tmcp-logging";

    internal const string ArgoCdNamespace = "argocd";

    /// <summary>Repository of the image with the commands of the platform: backup, restore, keeper of the secret store.</summary>
    internal const string ToolsImage = "tmcp-tools";
}
