namespace Tmcp.Bridge.Telemetry;

/// <summary>How a call ended.</summary>
internal enum CallOutcome
{
    /// <summary>With a result.</summary>
    Ok,

    /// <summary>With a text that begins with <c>Error: </c>.</summary>
    Error,

    /// <summary>Its arguments were not acceptable.</summary>
    Rejected,

    /// <summary>By a defect, or because the caller left.</summary>
    Failed,
}
