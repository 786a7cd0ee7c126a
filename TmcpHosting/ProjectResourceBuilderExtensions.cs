using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.ProjectModel;

namespace Aspire.Hosting;

/// <summary>Adds and refines projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project with its default launch profile.</summary>
    /// <typeparam name="TProject">The generated class of the project.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() => ProjectComposition.Add(builder, name, new TProject(), new ProjectResourceOptions());

    /// <summary>Adds a project with a launch profile.</summary>
    /// <typeparam name="TProject">The generated class of the project.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="launchProfileName">The launch profile; null takes none.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        string? launchProfileName)
        where TProject : IProjectMetadata, new() => ProjectComposition.Add(builder, name, new TProject(), WithProfile(launchProfileName));

    /// <summary>Adds a project.</summary>
    /// <typeparam name="TProject">The generated class of the project.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="configure">Says how it is added.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        Action<ProjectResourceOptions> configure)
        where TProject : IProjectMetadata, new() => ProjectComposition.Add(builder, name, new TProject(), Configured(configure));

    /// <summary>Adds a project with its default launch profile.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="projectPath">The project file, absolute or relative to the AppHost's directory.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        ProjectComposition.Add(builder, name, MetadataOf(builder, projectPath), new ProjectResourceOptions());

    /// <summary>Adds a project with a launch profile.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="projectPath">The project file, absolute or relative to the AppHost's directory.</param>
    /// <param name="launchProfileName">The launch profile; null takes none.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder,
        string name,
        string projectPath,
        string? launchProfileName) =>
        ProjectComposition.Add(builder, name, MetadataOf(builder, projectPath), WithProfile(launchProfileName));

    /// <summary>Adds a project.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="projectPath">The project file, absolute or relative to the AppHost's directory.</param>
    /// <param name="configure">Says how it is added.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder,
        string name,
        string projectPath,
        Action<ProjectResourceOptions> configure) =>
        ProjectComposition.Add(builder, name, MetadataOf(builder, projectPath), Configured(configure));

    /// <summary>Runs the project several times behind one address.</summary>
    /// <param name="builder">The project.</param>
    /// <param name="replicas">How many times, 1 or more.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        return builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Lets the project distrust <c>X-Forwarded-*</c> headers once deployed.</summary>
    /// <param name="builder">The project.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ProjectResource> DisableForwardedHeaders(this IResourceBuilder<ProjectResource> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new DisableForwardedHeadersAnnotation(), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Chooses the endpoints that the project is told to listen on.</summary>
    /// <param name="builder">The project.</param>
    /// <param name="filter">True for those it is told. Several filters all have to agree.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ProjectResource> WithEndpointsInEnvironment(
        this IResourceBuilder<ProjectResource> builder,
        Func<EndpointAnnotation, bool> filter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(filter);
        return builder.WithAnnotation(new EndpointEnvironmentFilterAnnotation(filter));
    }

    /// <summary>Publishes the project as a container built from the Dockerfile in its directory. Does nothing in run mode.</summary>
    /// <typeparam name="T">The project's type.</typeparam>
    /// <param name="builder">The project.</param>
    /// <param name="configure">Refines the container.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> PublishAsDockerFile<T>(this IResourceBuilder<T> builder, Action<IResourceBuilder<ContainerResource>>? configure = null)
        where T : ProjectResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return PublishedContainer.Replace(builder, Path.GetDirectoryName(builder.Resource.GetProjectMetadata().ProjectPath)!, configure);
    }

    private static ProjectPathMetadata MetadataOf(IDistributedApplicationBuilder builder, string projectPath)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(projectPath);
        return new ProjectPathMetadata(AppHostPaths.Resolve(builder, projectPath));
    }

    private static ProjectResourceOptions WithProfile(string? name) => new() { LaunchProfileName = name, ExcludeLaunchProfile = name is null };

    private static ProjectResourceOptions Configured(Action<ProjectResourceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ProjectResourceOptions();
        configure(options);
        return options;
    }
}
