namespace Tmcp.AiOps.Alerts;

/// <summary>How bad; a higher value is worse.</summary>
internal enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
    Critical,
}
