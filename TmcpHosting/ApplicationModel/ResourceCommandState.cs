namespace Aspire.Hosting.ApplicationModel;

/// <summary>Whether a command can be used.</summary>
public enum ResourceCommandState
{
    /// <summary>It can.</summary>
    Enabled = 0,

    /// <summary>It is shown but cannot be used.</summary>
    Disabled = 1,

    /// <summary>It is not shown.</summary>
    Hidden = 2,
}
