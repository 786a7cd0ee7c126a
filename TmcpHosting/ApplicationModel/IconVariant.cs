namespace Aspire.Hosting.ApplicationModel;

/// <summary>How an icon is drawn.</summary>
public enum IconVariant
{
    /// <summary>Outlined.</summary>
    Regular = 0,

    /// <summary>Filled.</summary>
    Filled = 1,
}
