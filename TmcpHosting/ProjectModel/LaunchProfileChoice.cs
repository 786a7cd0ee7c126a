using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ProjectModel;

/// <summary>Chooses the launch profile of a project.</summary>
internal static class LaunchProfileChoice
{
    /// <summary>
    /// The one the author named, else the AppHost's own if the project has one of that name, else the first that starts the project.
    /// </summary>
    /// <exception cref="DistributedApplicationException">The project has no profile of the name its author gave.</exception>
    public static NamedLaunchProfile? Of(ProjectResource project, LaunchSettings? settings)
    {
        if (project.HasAnnotationOfType<ExcludeLaunchProfileAnnotation>())
            return null;

        var profiles = settings?.Profiles ?? [];
        if (project.TryGetLastAnnotation<LaunchProfileAnnotation>(out var chosen))
        {
            return Find(profiles, chosen.LaunchProfileName) ?? throw new DistributedApplicationException(
                $"Project '{project.Name}' has no launch profile '{chosen.LaunchProfileName}'. {ModelText.List("Profiles", profiles.Keys)} "
                + "Correct the name in AddProject, or add the profile to Properties/launchSettings.json.");
        }

        if (project.TryGetLastAnnotation<DefaultLaunchProfileAnnotation>(out var shared) && Find(profiles, shared.LaunchProfileName) is { } found)
            return found;

        return profiles.Where(pair => StartsProject(pair.Value)).Select(pair => new NamedLaunchProfile(pair.Key, pair.Value)).FirstOrDefault();
    }

    private static NamedLaunchProfile? Find(Dictionary<string, LaunchProfile> profiles, string name) =>
        profiles.TryGetValue(name, out var profile) ? new NamedLaunchProfile(name, profile) : null;

    // IIS Express and the like do not start a process of ours.
    private static bool StartsProject(LaunchProfile profile) => string.IsNullOrEmpty(profile.CommandName)
        || profile.CommandName.Equals("Project", StringComparison.OrdinalIgnoreCase)
        || profile.CommandName.Equals("Executable", StringComparison.OrdinalIgnoreCase);
}
