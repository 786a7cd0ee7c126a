using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>
    /// Has files of another resource's image copied into the image of this one when the application is published, such as a built
    /// front end into the server that serves it. Nothing happens in a local run.
    /// </summary>
    /// <typeparam name="T">The resource that gets the files.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="source">The resource that has them; its <see cref="ContainerFilesSourceAnnotation"/>s say which.</param>
    /// <param name="destinationPath">Where they go, in the image of this resource; relative to its working directory, or absolute.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="destinationPath"/> is empty.</exception>
    public static IResourceBuilder<T> PublishWithContainerFiles<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithContainerFiles> source, string destinationPath)
        where T : IContainerFilesDestinationResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(destinationPath);
        return builder.ApplicationBuilder.ExecutionContext.IsPublishMode
            ? builder.WithAnnotation(new ContainerFilesDestinationAnnotation { Source = source.Resource, DestinationPath = destinationPath })
            : builder;
    }
}
