namespace Tmcp.AppHost;

/// <summary>The two kinds of parameters that the graph has.</summary>
internal static class ParameterExtensions
{
    // 22 letters and digits are 131 bits, and survive every shell and URL unquoted.
    private const int SecretLength = 22;

    /// <summary>A plain setting with a default; <c>--Parameters:name=value</c> overrides it.</summary>
    internal static IResourceBuilder<ParameterResource> AddSetting(
        this IDistributedApplicationBuilder builder, string name, string defaultValue, string description) =>
        builder.AddParameter(name, new ConstantDefault(defaultValue)).WithDescription(description);

    /// <summary>A secret that is generated on first run and kept in user secrets; in the cluster it comes from Vault.</summary>
    internal static IResourceBuilder<ParameterResource> AddSecret(
        this IDistributedApplicationBuilder builder, string name, string description, int length = SecretLength) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = length, Special = false }, secret: true, persist: true)
            .WithDescription(description);
}
