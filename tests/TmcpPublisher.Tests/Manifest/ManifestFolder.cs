using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Manifest;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Manifest;

/// <summary>A folder of its own for one test, with the manifests that the test writes.</summary>
internal sealed class ManifestFolder : IDisposable
{
    internal string Path { get; } = OwnedFolder.Create("tmcp-manifest-");

    /// <summary>Writes a manifest of these resources, as the inside of a JSON object.</summary>
    internal string Write(string resources, string name = "manifest.json") => WriteText($"{{ \"resources\": {{ {resources} }} }}", name);

    internal string WriteText(string text, string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    internal SystemGraph Graph(string resources, AddressRule addresses = AddressRule.Service) =>
        GraphBuilder.Build(ManifestReader.Read(Write(resources)), Path, addresses);

    /// <summary>What the reader or the graph refuses of these resources.</summary>
    internal IReadOnlyList<string> Problems(string resources) => Assert.Throws<PublishException>(() => Graph(resources)).Problems;

    /// <summary>The one problem of these resources.</summary>
    internal string Problem(string resources) => Assert.Single(Problems(resources));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
