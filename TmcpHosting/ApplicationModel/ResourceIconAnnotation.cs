namespace Aspire.Hosting.ApplicationModel;

/// <summary>The icon of the resource in the dashboard.</summary>
/// <param name="iconName">The name of a Fluent icon.</param>
/// <param name="iconVariant">How it is drawn. Default: filled.</param>
public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    /// <summary>The name of a Fluent icon.</summary>
    public string IconName { get; } = iconName ?? throw new ArgumentNullException(nameof(iconName));

    /// <summary>How it is drawn.</summary>
    public IconVariant IconVariant { get; } = iconVariant;
}
