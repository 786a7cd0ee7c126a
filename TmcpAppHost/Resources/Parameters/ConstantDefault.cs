using Aspire.Hosting.Publishing;

namespace Tmcp.AppHost;

/// <summary>A default that configuration can override, which a literal parameter value cannot be.</summary>
internal sealed class ConstantDefault(string value) : ParameterDefault
{
    /// <inheritdoc/>
    public override string GetDefaultValue() => value;

    /// <inheritdoc/>
    public override void WriteToManifest(ManifestPublishingContext context) => context.Writer.WriteString("value", value);
}
