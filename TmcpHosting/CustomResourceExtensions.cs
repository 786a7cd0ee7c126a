using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>For resources of one's own kind.</summary>
public static class CustomResourceExtensions
{
    /// <summary>Says how the resource looks before anything has happened to it.</summary>
    /// <typeparam name="TResource">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="initialSnapshot">The snapshot.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithInitialState<TResource>(
        this IResourceBuilder<TResource> builder,
        CustomResourceSnapshot initialSnapshot)
        where TResource : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ResourceSnapshotAnnotation(initialSnapshot), ResourceAnnotationMutationBehavior.Replace);
    }
}
