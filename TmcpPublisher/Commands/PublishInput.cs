using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Kubernetes;
using Tmcp.Publisher.Manifest;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Commands;

/// <summary>All input, read and checked.</summary>
/// <param name="Hashes">Hash of each input, by its path in the repository.</param>
internal sealed record PublishInput(
    InputPlaces Places,
    SystemGraph Graph,
    PublishSettings Settings,
    ImageLocks Locks,
    string Version,
    IReadOnlyDictionary<string, string> Hashes)
{
    /// <summary>Reads settings, locks and manifest; asks the AppHost for the manifest when none is named.</summary>
    /// <exception cref="PublishException">Something cannot be used.</exception>
    internal static async Task<PublishInput> LoadAsync(
        InputPlaces places, TextWriter error, AddressRule addresses = AddressRule.Service, CancellationToken cancellationToken = default)
    {
        var settings = SettingsReader.Read(places.Settings);
        var locks = ImageLockFile.ReadAll(places.LockFolder, settings.Environments.Keys);
        var version = ReadVersion(places.VersionFile);
        var manifest = places.Manifest ?? await AppHostManifest.WriteAsync(places, cancellationToken);
        var graph = GraphBuilder.Build(ManifestReader.Read(manifest), places.Repository, addresses);
        foreach (var warning in graph.Warnings)
            await error.WriteLineAsync($"warning: {warning}");
        return new PublishInput(places, graph, settings, locks, version, InputHashes.Of(places, manifest, settings));
    }

    /// <summary>Renders the Kubernetes tree for a folder that may have hand-owned parts.</summary>
    /// <exception cref="PublishException">The graph cannot be rendered, or is empty.</exception>
    internal FileTree Render(string folder) => Graph.Workloads.Count > 0
        ? TreeRenderer.Render(Graph, Settings, Locks, Version, Extras(folder))
        : throw new PublishException("$.resources: nothing in it runs in a cluster, and an empty tree would remove everything there. Add a project or a container.");

    private HashSet<string> Extras(string folder) => Settings.Environments.Keys
        .Where(environment => File.Exists(Path.Combine(folder, "overlays", environment, "extra", "kustomization.yaml")))
        .ToHashSet(StringComparer.Ordinal);

    private static string ReadVersion(string file)
    {
        var version = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        return version.Length > 0 && version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            ? version
            : throw new PublishException($"{file}: has to hold the version, such as '0.1.0': it is the tag of the images that no lock names.");
    }
}
