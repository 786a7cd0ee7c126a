using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds and refines containers.</summary>
public static partial class ContainerResourceBuilderExtensions
{
    /// <summary>Adds a container.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="image">The image: <c>repository[:tag][@sha256:digest]</c>. Default tag: <c>latest</c>.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ContainerResource> AddContainer(this IDistributedApplicationBuilder builder, string name, string image)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ContainerResource(name)).WithImage(image);
    }

    /// <summary>Adds a container.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="image">The image's repository.</param>
    /// <param name="tag">The image's tag.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ContainerResource> AddContainer(this IDistributedApplicationBuilder builder, string name, string image, string tag)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ContainerResource(name)).WithImage(image, tag);
    }

    /// <summary>Adds a container whose image is built from a Dockerfile.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="contextPath">The directory sent to the build, absolute or relative to the AppHost's.</param>
    /// <param name="dockerfilePath">The Dockerfile, absolute or relative to that directory. Default: <c>Dockerfile</c>.</param>
    /// <param name="stage">The stage to build. Default: the last one.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ContainerResource> AddDockerfile(
        this IDistributedApplicationBuilder builder,
        string name,
        string contextPath,
        string? dockerfilePath = null,
        string? stage = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ContainerResource(name)).WithDockerfile(contextPath, dockerfilePath, stage);
    }

    /// <summary>Chooses the image.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="image">The image: <c>repository[:tag][@sha256:digest]</c>.</param>
    /// <param name="tag">The tag. Default: the one in <paramref name="image"/>, else <c>latest</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithImage<T>(this IResourceBuilder<T> builder, string image, string? tag = null)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        var parsed = ImageName.Parse(image);
        if (tag is not null && (parsed.Tag ?? parsed.Digest) is not null)
            throw new ArgumentException($"The image '{image}' has a tag or digest already; '{tag}' cannot be one too. Give it once.", nameof(tag));

        var annotation = new ContainerImageAnnotation { Image = parsed.Repository };
        if (parsed.Digest is not null)
            annotation.SHA256 = parsed.Digest;
        else
            annotation.Tag = tag ?? parsed.Tag ?? "latest";
        if (builder.Resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var previous))
            annotation.Registry = previous.Registry;
        return builder.WithAnnotation(annotation, ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Chooses the image's tag.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag)
        where T : ContainerResource
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return builder.ChangeImage(image => image.Tag = tag);
    }

    /// <summary>Chooses the image's registry.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="registry">The host; null for the runtime's default.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithImageRegistry<T>(this IResourceBuilder<T> builder, string? registry)
        where T : ContainerResource => builder.ChangeImage(image => image.Registry = registry);

    /// <summary>Chooses the image by digest.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="sha256">The digest in hexadecimal.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithImageSHA256<T>(this IResourceBuilder<T> builder, string sha256)
        where T : ContainerResource
    {
        ArgumentException.ThrowIfNullOrEmpty(sha256);
        return builder.ChangeImage(image => image.SHA256 = sha256);
    }

    /// <summary>Chooses when the image is fetched.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <param name="pullPolicy">When.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithImagePullPolicy<T>(this IResourceBuilder<T> builder, ImagePullPolicy pullPolicy)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ContainerImagePullPolicyAnnotation { ImagePullPolicy = pullPolicy }, ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Publishes the resource as a container, whatever was said before about publishing it.</summary>
    /// <typeparam name="T">The container's type.</typeparam>
    /// <param name="builder">The container.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> PublishAsContainer<T>(this IResourceBuilder<T> builder)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);

        // A container is what a container is published as when nobody says otherwise.
        foreach (var otherwise in builder.Resource.Annotations.OfType<ManifestPublishingCallbackAnnotation>().ToArray())
            builder.Resource.Annotations.Remove(otherwise);
        return builder;
    }

    private static IResourceBuilder<T> ChangeImage<T>(this IResourceBuilder<T> builder, Action<ContainerImageAnnotation> change)
        where T : ContainerResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image))
            throw new InvalidOperationException($"Container '{builder.Resource.Name}' has no image yet. Call WithImage before.");

        change(image);
        return builder;
    }
}
