using System.Text.Json;

namespace Aspire.Hosting.ProjectModel;

/// <summary>Reads a project's launch settings.</summary>
internal static class LaunchSettingsFile
{
    /// <summary>The settings that the metadata carries, else those beside the project; null when there are none.</summary>
    /// <exception cref="DistributedApplicationException">The file is broken.</exception>
    public static LaunchSettings? ReadLaunchSettings(this IProjectMetadata metadata)
    {
        if (metadata.LaunchSettings is { } carried)
            return carried;

        var directory = Path.GetDirectoryName(metadata.ProjectPath);
        var path = metadata.IsFileBasedApp
            ? Path.ChangeExtension(metadata.ProjectPath, ".run.json")
            : Path.Combine(directory ?? "", "Properties", "launchSettings.json");
        if (!File.Exists(path))
            return null;

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), LaunchSettingsJson.Default.LaunchSettings);
        }
        catch (JsonException broken)
        {
            throw new DistributedApplicationException($"The launch settings '{path}' cannot be read: {broken.Message} Repair the file.", broken);
        }
    }
}
