using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The value of a parameter that has no configured one.</summary>
public abstract class ParameterDefault
{
    /// <summary>Writes the default into the parameter's manifest entry.</summary>
    /// <param name="context">The manifest.</param>
    public abstract void WriteToManifest(ManifestPublishingContext context);

    /// <summary>Makes the value.</summary>
    /// <returns>The value.</returns>
    public abstract string GetDefaultValue();
}
