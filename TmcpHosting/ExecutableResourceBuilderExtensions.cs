using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds and refines executables.</summary>
public static class ExecutableResourceBuilderExtensions
{
    /// <summary>Adds a program.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="command">The program: a path, or a name looked up on the PATH.</param>
    /// <param name="workingDirectory">The directory it starts in, absolute or relative to the AppHost's.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder,
        string name,
        string command,
        string workingDirectory,
        params string[]? args) => builder.AddExecutable(name, command, workingDirectory, (object[]?)args);

    /// <summary>Adds a program.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="command">The program: a path, or a name looked up on the PATH.</param>
    /// <param name="workingDirectory">The directory it starts in, absolute or relative to the AppHost's.</param>
    /// <param name="args">Its arguments: strings, or values that are known later.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder,
        string name,
        string command,
        string workingDirectory,
        params object[]? args)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        var executable = builder.AddResource(new ExecutableResource(name, command, AppHostPaths.Resolve(builder, workingDirectory)));
        return args is { Length: > 0 } ? executable.WithArgs(args) : executable;
    }

    /// <summary>Runs another program.</summary>
    /// <typeparam name="T">The executable's type.</typeparam>
    /// <param name="builder">The executable.</param>
    /// <param name="command">The program: a path, or a name looked up on the PATH.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithCommand<T>(this IResourceBuilder<T> builder, string command)
        where T : ExecutableResource
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        return builder.Change(start => start.Command = command);
    }

    /// <summary>Starts the program in another directory.</summary>
    /// <typeparam name="T">The executable's type.</typeparam>
    /// <param name="builder">The executable.</param>
    /// <param name="workingDirectory">The directory, absolute or relative to the AppHost's.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithWorkingDirectory<T>(this IResourceBuilder<T> builder, string workingDirectory)
        where T : ExecutableResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(workingDirectory);
        return builder.Change(start => start.WorkingDirectory = AppHostPaths.Resolve(builder.ApplicationBuilder, workingDirectory));
    }

    /// <summary>Publishes the program as a container built from the Dockerfile in its directory. Does nothing in run mode.</summary>
    /// <typeparam name="T">The executable's type.</typeparam>
    /// <param name="builder">The executable.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> PublishAsDockerFile<T>(this IResourceBuilder<T> builder)
        where T : ExecutableResource => builder.PublishAsDockerFile(configure: null);

    /// <summary>Publishes the program as a container built from the Dockerfile in its directory. Does nothing in run mode.</summary>
    /// <typeparam name="T">The executable's type.</typeparam>
    /// <param name="builder">The executable.</param>
    /// <param name="configure">Refines the container.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> PublishAsDockerFile<T>(this IResourceBuilder<T> builder, Action<IResourceBuilder<ContainerResource>>? configure)
        where T : ExecutableResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return PublishedContainer.Replace(builder, builder.Resource.WorkingDirectory, configure);
    }

    private static IResourceBuilder<T> Change<T>(this IResourceBuilder<T> builder, Action<ExecutableAnnotation> change)
        where T : ExecutableResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        change(builder.Resource.Annotations.OfType<ExecutableAnnotation>().Last());
        return builder;
    }
}
