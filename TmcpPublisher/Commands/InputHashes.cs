using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Commands;

/// <summary>Hashes of the input, for the record of a tree.</summary>
internal static class InputHashes
{
    internal static IReadOnlyDictionary<string, string> Of(InputPlaces places, string manifest, PublishSettings settings)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["manifest"] = ContentHash.Of(WithoutFolder(manifest, places.Repository)),
            ["settings"] = ContentHash.Of(File.ReadAllText(places.Settings)),
            ["version"] = ContentHash.Of(File.ReadAllText(places.VersionFile)),
        };
        foreach (var environment in settings.Environments.Keys)
        {
            var file = ImageLockFile.PathOf(places.LockFolder, environment);
            hashes[Path.GetFileName(file)] = ContentHash.Of(File.Exists(file) ? File.ReadAllText(file) : "");
        }

        return hashes;
    }

    // "path": "../../services/TmcpAgent": the same graph has the same hash wherever its manifest was written.
    private static string WithoutFolder(string manifest, string repository)
    {
        var up = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(manifest))!, repository).Replace('\\', '/');
        return File.ReadAllText(manifest).Replace($"\"{up}/", "\"", StringComparison.Ordinal);
    }
}
