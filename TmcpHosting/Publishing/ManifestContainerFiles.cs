using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes which files of other images go into an image, one member per source: <c>"web": {"destination": "./wwwroot", "sources": ["/app/dist"]}</c>.</summary>
internal static class ManifestContainerFiles
{
    public static void Write(Utf8JsonWriter writer, IResource resource)
    {
        var wanted = resource.Annotations.OfType<ContainerFilesDestinationAnnotation>().ToArray();
        if (wanted.Length == 0)
            return;

        if (wanted.GroupBy(files => files.Source.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new DistributedApplicationException(
                $"files of '{twice.Key}' go to {string.Join(" and ", twice.Select(files => $"'{files.DestinationPath}'"))}, and a manifest holds one "
                + "destination per source. Call PublishWithContainerFiles once for it.");
        }

        writer.WriteStartObject("containerFiles");
        foreach (var files in wanted)
        {
            writer.WriteStartObject(files.Source.Name);
            writer.WriteString("destination", files.DestinationPath);
            writer.WriteStartArray("sources");
            foreach (var source in files.Source.Annotations.OfType<ContainerFilesSourceAnnotation>())
                writer.WriteStringValue(source.SourcePath);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
