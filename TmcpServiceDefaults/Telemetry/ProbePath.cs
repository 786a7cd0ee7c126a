namespace Tmcp.ServiceDefaults.Telemetry;

/// <summary>A path that somebody asks every few seconds to see whether the service lives.</summary>
internal sealed record ProbePath(string Path);
