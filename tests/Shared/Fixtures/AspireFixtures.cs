namespace Tmcp.Tests.Shared;

/// <summary>Manifests of Aspire's own playground, which lie beside the checkout and not in it.</summary>
internal static class AspireFixtures
{
    /// <summary>Where they lie. <c>TMCP_FIXTURES</c> names another folder.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("TMCP_FIXTURES") ?? Path.Combine(RepositoryFolder.Path, "..", "shared", "fixtures"), "aspire-manifests"));

    /// <summary>Names of the files, in order; empty when the folder is absent.</summary>
    public static IReadOnlyList<string> Names { get; } = Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal).ToArray()
        : [];
}
