namespace Aspire.Hosting.ApplicationModel;

/// <summary>The launch profile a project takes when the author chose none.</summary>
/// <param name="launchProfileName">Its name.</param>
public sealed class DefaultLaunchProfileAnnotation(string launchProfileName) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string LaunchProfileName { get; } = launchProfileName ?? throw new ArgumentNullException(nameof(launchProfileName));
}
