using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>In a manifest, the container that stands for a resource that runs as a process here.</summary>
internal sealed class PublishedContainer(IResource source) : ContainerResource(source.Name)
{
    /// <summary>Those of the resource it stands for, so that what is added to either counts.</summary>
    public override ResourceAnnotationCollection Annotations => source.Annotations;

    /// <summary>Replaces a resource by a container built from a directory; only in publish mode.</summary>
    public static IResourceBuilder<T> Replace<T>(
        IResourceBuilder<T> builder,
        string contextPath,
        Action<IResourceBuilder<ContainerResource>>? configure)
        where T : IResource
    {
        var application = builder.ApplicationBuilder;
        if (!application.ExecutionContext.IsPublishMode)
            return builder;

        // A second call refines the container that the first one made.
        if (application.TryCreateResourceBuilder<ContainerResource>(builder.Resource.Name, out var existing))
        {
            configure?.Invoke(existing);
            return builder;
        }

        application.Resources.Remove(builder.Resource);
        var container = application.AddResource<ContainerResource>(new PublishedContainer(builder.Resource));
        container.WithImage(builder.Resource.Name)
            .WithDockerfile(contextPath)
            .WithArgs(context => context.Args.Clear());
        configure?.Invoke(container);
        return builder;
    }
}
