using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ContainerResourceBuilderExtensions
{
    /// <summary>Builds the image from a Dockerfile.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="contextPath">The directory sent to the build, absolute or relative to the AppHost's.</param>
    /// <param name="dockerfilePath">The Dockerfile, absolute or relative to that directory. Default: <c>Dockerfile</c>.</param>
    /// <param name="stage">The stage to build. Default: the last one.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithDockerfile<T>(
        this IResourceBuilder<T> builder,
        string contextPath,
        string? dockerfilePath = null,
        string? stage = null)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(contextPath);
        var context = AppHostPaths.Resolve(builder.ApplicationBuilder, contextPath);
        var dockerfile = Path.GetFullPath(dockerfilePath ?? "Dockerfile", context);
        if (!builder.Resource.HasAnnotationOfType<ContainerImageAnnotation>())
            builder.WithImage(builder.Resource.Name.ToLowerInvariant());
        return builder.WithAnnotation(new DockerfileBuildAnnotation(context, dockerfile, stage), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Passes an argument to the build of the image.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="name">The argument.</param>
    /// <param name="value">Its value; null takes the one of the environment.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The image is not built from a Dockerfile.</exception>
    public static IResourceBuilder<T> WithBuildArg<T>(this IResourceBuilder<T> builder, string name, object? value)
        where T : ContainerResource
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        BuildOf(builder).BuildArguments[name] = value;
        return builder;
    }

    /// <summary>Passes the value of a parameter to the build of the image. It stays readable in the image: see <c>WithBuildSecret</c>.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="name">The argument.</param>
    /// <param name="value">The parameter.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The image is not built from a Dockerfile, or the parameter is a secret.</exception>
    public static IResourceBuilder<T> WithBuildArg<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> value)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Resource.Secret)
        {
            throw new InvalidOperationException(
                $"The secret parameter '{value.Resource.Name}' cannot be the build argument '{name}': it would stay readable in the image. Use WithBuildSecret.");
        }

        return builder.WithBuildArg(name, (object)value.Resource);
    }

    /// <summary>Passes the value of a parameter to the build of the image without leaving it there.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="name">The secret's id in the Dockerfile.</param>
    /// <param name="value">The parameter.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The image is not built from a Dockerfile.</exception>
    public static IResourceBuilder<T> WithBuildSecret<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> value)
        where T : ContainerResource
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        BuildOf(builder).BuildSecrets[name] = value.Resource;
        return builder;
    }

    private static DockerfileBuildAnnotation BuildOf<T>(IResourceBuilder<T> builder)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Resource.TryGetLastAnnotation<DockerfileBuildAnnotation>(out var build)
            ? build
            : throw new InvalidOperationException($"Container '{builder.Resource.Name}' is not built from a Dockerfile. Call WithDockerfile before.");
    }
}
