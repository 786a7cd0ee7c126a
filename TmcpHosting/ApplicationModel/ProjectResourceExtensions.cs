namespace Aspire.Hosting.ApplicationModel;

/// <summary>Finds projects in a model and what is known about them.</summary>
public static class ProjectResourceExtensions
{
    /// <summary>The projects.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The projects.</returns>
    public static IEnumerable<ProjectResource> GetProjectResources(this DistributedApplicationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Resources.OfType<ProjectResource>();
    }

    /// <summary>Where the project lies.</summary>
    /// <param name="projectResource">The project.</param>
    /// <returns>Its metadata.</returns>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static IProjectMetadata GetProjectMetadata(this ProjectResource projectResource)
    {
        ArgumentNullException.ThrowIfNull(projectResource);
        return projectResource.TryGetLastAnnotation<IProjectMetadata>(out var metadata)
            ? metadata
            : throw new InvalidOperationException($"Project '{projectResource.Name}' has no metadata. Add it with AddProject, which attaches them.");
    }
}
