namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a state looks in the dashboard.</summary>
public static class KnownResourceStateStyles
{
    /// <summary>Good.</summary>
    public static readonly string Success = "success";

    /// <summary>Bad.</summary>
    public static readonly string Error = "error";

    /// <summary>Neither.</summary>
    public static readonly string Info = "info";

    /// <summary>Worth a look.</summary>
    public static readonly string Warn = "warning";
}
