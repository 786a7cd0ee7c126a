using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Finds containers in a model.</summary>
public static class ContainerResourceExtensions
{
    /// <summary>The resources that run in a container.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The resources, of whatever type.</returns>
    public static IEnumerable<IResource> GetContainerResources(this DistributedApplicationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Resources.Where(IsContainer);
    }

    /// <summary>Whether the resource runs in a container.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>True when it has an image.</returns>
    public static bool IsContainer(this IResource resource) => resource.HasAnnotationOfType<ContainerImageAnnotation>();
}
