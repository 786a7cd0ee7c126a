using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Parameters;

/// <summary>A default that a manifest may show.</summary>
internal sealed class ConstantParameterDefault(Func<string> makeValue) : ParameterDefault
{
    public override string GetDefaultValue() => makeValue();

    public override void WriteToManifest(ManifestPublishingContext context) => context.Writer.WriteString("value", makeValue());
}
