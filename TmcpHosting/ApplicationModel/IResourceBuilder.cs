namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource together with the application it is being added to; what the <c>With…</c> methods refine.</summary>
/// <typeparam name="T">The resource's type.</typeparam>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>The application.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    /// <summary>The resource.</summary>
    T Resource { get; }

    /// <summary>Adds a new annotation made by its parameterless constructor.</summary>
    /// <typeparam name="TAnnotation">The annotation's type.</typeparam>
    /// <param name="behavior">Whether it joins or replaces those of the same type. Default: joins.</param>
    /// <returns>This builder.</returns>
    IResourceBuilder<T> WithAnnotation<TAnnotation>(ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation, new() => WithAnnotation(new TAnnotation(), behavior);

    /// <summary>Adds an annotation.</summary>
    /// <typeparam name="TAnnotation">The annotation's type.</typeparam>
    /// <param name="annotation">The annotation.</param>
    /// <param name="behavior">Whether it joins or replaces those of the same type. Default: joins.</param>
    /// <returns>This builder.</returns>
    IResourceBuilder<T> WithAnnotation<TAnnotation>(
        TAnnotation annotation,
        ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation;
}
