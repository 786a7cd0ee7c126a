using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes bind mounts and volumes.</summary>
internal static class ManifestMounts
{
    public static void Write(ManifestPublishingContext context, ContainerResource container)
    {
        var mounts = container.Annotations.OfType<ContainerMountAnnotation>().ToLookup(mount => mount.Type);
        WriteArray(context, "bindMounts", mounts[ContainerMountType.BindMount], "source", mount => context.GetManifestRelativePath(mount.Source)!);
        WriteArray(context, "volumes", mounts[ContainerMountType.Volume], "name", mount => VolumeName(container, mount));
    }

    // A volume without a name would be another one after each deployment, and the format knows none.
    private static string VolumeName(ContainerResource container, ContainerMountAnnotation mount) =>
        string.IsNullOrEmpty(mount.Source) ? $"{container.Name}-{ManifestText.Slug(mount.Target)}" : mount.Source;

    private static void WriteArray(
        ManifestPublishingContext context,
        string name,
        IEnumerable<ContainerMountAnnotation> mounts,
        string sourceMember,
        Func<ContainerMountAnnotation, string> source)
    {
        var array = mounts.ToArray();
        if (array.Length == 0)
            return;

        var writer = context.Writer;
        writer.WriteStartArray(name);
        foreach (var mount in array)
        {
            writer.WriteStartObject();
            writer.WriteString(sourceMember, source(mount));
            writer.WriteString("target", mount.Target.Replace('\\', '/'));
            writer.WriteBoolean("readOnly", mount.IsReadOnly);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
