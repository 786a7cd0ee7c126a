using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Where a project of the application lies; implemented by the classes generated into <c>Projects</c>.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>Full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>The launch profiles, when they do not come from <c>Properties/launchSettings.json</c>. Default: null.</summary>
    LaunchSettings? LaunchSettings => null;

    /// <summary>True when the AppHost's own build has already built the project.</summary>
    bool SuppressBuild => false;

    /// <summary>True when <see cref="ProjectPath"/> is a single <c>.cs</c> file.</summary>
    bool IsFileBasedApp => ProjectPath.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
}
