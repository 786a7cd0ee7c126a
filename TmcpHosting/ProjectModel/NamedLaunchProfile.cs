namespace Aspire.Hosting.ProjectModel;

/// <summary>A launch profile and its name.</summary>
internal sealed record NamedLaunchProfile(string Name, LaunchProfile Profile);
