namespace Tmcp.Publisher.Commands;

/// <summary>Where the input lies. Paths are absolute.</summary>
/// <param name="Manifest">Null: the AppHost is asked.</param>
/// <param name="NoBuild">Whether the AppHost is built already.</param>
internal sealed record InputPlaces(string Repository, string Settings, string? Manifest, bool NoBuild)
{
    /// <summary>Folder of the image locks.</summary>
    internal string LockFolder => Path.GetDirectoryName(Settings)!;

    internal string VersionFile => Path.Combine(Repository, "version");

    internal static string? FindRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "deploy", "settings.json")))
                return folder.FullName;
        }

        return null;
    }
}
