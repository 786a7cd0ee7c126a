using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes containers: <c>container.v0</c> for an image, <c>container.v1</c> for one that is built.</summary>
internal static class ManifestContainers
{
    public static async Task WriteAsync(ManifestPublishingContext context, ContainerResource container)
    {
        var writer = context.Writer;
        var build = container.Annotations.OfType<DockerfileBuildAnnotation>().LastOrDefault();
        writer.WriteString("type", build is null ? "container.v0" : "container.v1");
        context.WriteConnectionString(container);
        if (build is not null)
            ManifestBuilds.Write(context, container, build);
        else
            writer.WriteString("image", ImageOf(container));
        if (!string.IsNullOrEmpty(container.Entrypoint))
            writer.WriteString("entrypoint", container.Entrypoint);
        ManifestContainerFiles.Write(writer, container);
        await context.WriteCommandLineArgumentsAsync(container).ConfigureAwait(false);
        ManifestMounts.Write(context, container);
        await context.WriteEnvironmentVariablesAsync(container).ConfigureAwait(false);
        context.WriteBindings(container);
    }

    private static string ImageOf(ContainerResource container) => container.Annotations.OfType<ContainerImageAnnotation>().LastOrDefault()?.FullName
        ?? throw new DistributedApplicationException("a container needs an image or a Dockerfile; call WithImage or WithDockerfile.");
}
