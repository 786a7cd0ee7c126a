using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The packages that a restore of the services finds in place of a feed: those that the restore of this checkout has found.</summary>
internal sealed class SdkPackages
{
    // By their path in a folder of packages, such as "polly.core/8.9.1".
    private readonly SortedDictionary<string, string> _sources = new(StringComparer.Ordinal);

    private SdkPackages()
    {
    }

    /// <summary>Changes with the packages and the version of .NET.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.Version} {string.Join(' ', _sources.Keys)}")))[..16];

    /// <summary>The packages of some projects.</summary>
    public static SdkPackages Of(params string[] projects)
    {
        var packages = new SdkPackages();
        foreach (var assets in projects.Select(project => Path.Combine(RepositoryFolder.Path, "artifacts", "obj", project, "project.assets.json")))
            packages.Read(assets);
        return packages;
    }

    /// <summary>Copies them into a folder.</summary>
    public void CopyTo(string folder)
    {
        foreach (var (path, source) in _sources)
            Folders.Copy(source, Path.Combine(folder, path));
    }

    private void Read(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(assets));
        var folders = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
        {
            var path = library.Value.GetProperty("path").GetString()!;
            _sources[path] = folders.Select(folder => Path.Combine(folder, path)).First(Directory.Exists);
        }
    }
}
