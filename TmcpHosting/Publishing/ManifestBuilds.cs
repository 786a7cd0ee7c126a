using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes how an image is built.</summary>
internal static class ManifestBuilds
{
    public static void Write(ManifestPublishingContext context, ContainerResource container, DockerfileBuildAnnotation build)
    {
        var writer = context.Writer;
        writer.WriteStartObject("build");
        writer.WriteString("context", context.GetManifestRelativePath(build.ContextPath));
        writer.WriteString("dockerfile", context.GetManifestRelativePath(build.DockerfilePath));
        if (build.Stage is not null)
            writer.WriteString("stage", build.Stage);
        if (!build.HasEntrypoint)
            writer.WriteBoolean("buildOnly", value: true);
        WriteArguments(context, container, build);
        WriteSecrets(context, build);
        writer.WriteEndObject();
    }

    private static void WriteArguments(ManifestPublishingContext context, ContainerResource container, DockerfileBuildAnnotation build)
    {
        if (build.BuildArguments.Count == 0)
            return;

        context.Writer.WriteStartObject("args");
        foreach (var (name, value) in build.BuildArguments)
        {
            if (context.TextOf(value, $"build argument '{name}'") is { } text)
                context.Writer.WriteString(name, text);
            else
                Log.ArgumentLeftOut(context.Logger, name, container.Name);
        }

        context.Writer.WriteEndObject();
    }

    private static void WriteSecrets(ManifestPublishingContext context, DockerfileBuildAnnotation build)
    {
        if (build.BuildSecrets.Count == 0)
            return;

        var writer = context.Writer;
        writer.WriteStartObject("secrets");
        foreach (var (name, value) in build.BuildSecrets)
        {
            writer.WriteStartObject(name);
            if (value is FileInfo file)
            {
                writer.WriteString("type", "file");
                writer.WriteString("source", context.GetManifestRelativePath(file.FullName));
            }
            else
            {
                writer.WriteString("type", "env");
                writer.WriteString("value", context.TextOf(value, $"build secret '{name}'"));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
