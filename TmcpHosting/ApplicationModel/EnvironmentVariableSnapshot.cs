namespace Aspire.Hosting.ApplicationModel;

/// <summary>An environment variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null when unknown.</param>
/// <param name="IsFromSpec">Whether the model sets it; else it comes from the system.</param>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);
