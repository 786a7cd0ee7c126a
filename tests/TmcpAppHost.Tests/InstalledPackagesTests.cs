using Tmcp.AppHost.Web;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests;

public sealed class InstalledPackagesTests : IDisposable
{
    private const string Wanted = """
        {
          "": { "name": "tmcp" },
          "node_modules/astro": { "version": "5.18.2", "integrity": "sha512-a" },
          "node_modules/hub": { "resolved": "web/hub", "link": true },
          "node_modules/@esbuild/aix-ppc64": { "version": "0.25.12", "integrity": "sha512-b", "optional": true },
          "web/hub": { "version": "0.0.0" }
        }
        """;

    private readonly string _folder = OwnedFolder.Create("tmcp-packages-");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{ "node_modules/astro": { "version": "5.18.2", "integrity": "sha512-a" }, "node_modules/hub": { "link": true } }""", null)]
    [InlineData("""{ "node_modules/astro": { "version": "5.18.1", "integrity": "sha512-a" }, "node_modules/hub": { "link": true } }""", "node_modules/astro")]
    [InlineData("""{ "node_modules/astro": { "version": "5.18.2", "integrity": "sha512-c" }, "node_modules/hub": { "link": true } }""", "node_modules/astro")]
    [InlineData("""{ "node_modules/hub": { "link": true } }""", "node_modules/astro")]
    [InlineData("""{ "node_modules/astro": { "version": "5.18.2", "integrity": "sha512-a" } }""", "node_modules/hub")]
    public void First_package_that_differs_is_found(string installed, string? expected)
    {
        Write("package-lock.json", Wanted);
        Write("node_modules/.package-lock.json", installed);

        Assert.Equal(expected, InstalledPackages.FindDifference(_folder));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ half a fi")]
    [InlineData("[]")]
    public void Nothing_that_can_be_read_counts_as_nothing_installed(string? content)
    {
        Write("package-lock.json", Wanted);
        if (content is not null)
            WriteText("node_modules/.package-lock.json", content);

        Assert.Equal("node_modules", InstalledPackages.FindDifference(_folder));
    }

    private void Write(string file, string packages) => WriteText(file, $$"""{ "lockfileVersion": 3, "packages": {{packages}} }""");

    private void WriteText(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
