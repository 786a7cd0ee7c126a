using System.Text.Json;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The packages that a restore of the services finds in place of a feed: those that the restore of this checkout has found.</summary>
internal static class SdkPackages
{
    /// <summary>Copies the packages of some projects into a folder.</summary>
    public static void CopyTo(string folder, params string[] projects)
    {
        foreach (var assets in projects.Select(project => Path.Combine(RepositoryFolder.Path, "artifacts", "obj", project, "project.assets.json")))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(assets));
            var sources = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(source => source.Name).ToArray();
            foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
            {
                var path = library.Value.GetProperty("path").GetString()!;
                if (!Directory.Exists(Path.Combine(folder, path)))
                    Folders.Copy(Path.Combine(sources.First(source => Directory.Exists(Path.Combine(source, path))), path), Path.Combine(folder, path));
            }
        }
    }
}
