using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Workloads;

/// <summary>What a workload reads and writes besides its image.</summary>
internal static class WorkloadVolumes
{
    // A runaway writer is evicted before it fills the disk of the node.
    private const string ScratchSize = "256Mi";

    internal static YamlNode? Volumes(Workload workload) => ListOrNull(
    [
        .. workload.Volumes.DistinctBy(volume => volume.Name).Select(volume => volume.Claim is { } claim
            ? Map(("name", Text(volume.Name)), ("persistentVolumeClaim", Map(("claimName", Text(claim)), ("readOnly", volume.ReadOnly ? Flag(true) : null))))
            : Scratch(volume.Name, volume.Size)),
        .. workload.ConfigFiles.Select(files => Map(("name", Text(files.Name)), ("configMap", Map(("name", Text(FilesName(workload, files))))))),
        .. ScratchNames(workload).Select(scratch => Scratch(scratch.Name, ScratchSize)),
    ]);

    internal static YamlNode? Mounts(Workload workload) => ListOrNull(
    [
        .. workload.Volumes.Select(volume => Mount(volume.Name, volume.MountPath, volume.ReadOnly)),
        .. workload.ConfigFiles.Select(files => Mount(files.Name, files.MountPath, readOnly: true, files.IsFile ? files.Files.Keys.First() : null)),
        .. ScratchNames(workload).Select(scratch => Mount(scratch.Name, scratch.Path, readOnly: false)),
    ]);

    /// <summary>Name of the ConfigMap that holds files.</summary>
    internal static string FilesName(Workload workload, ConfigFiles files) => $"{workload.Stem}-{files.Name}";

    /// <summary>The claims of a workload: objects of their own, which live longer than what mounts them.</summary>
    internal static IReadOnlyList<YamlNode> Claims(Workload workload)
        => [.. workload.Volumes.Where(volume => volume.Claim is not null).DistinctBy(volume => volume.Claim).Select(volume => Claim(volume.Claim!, volume.Size))];

    /// <summary>A claim on the storage class of the cluster, or of the environment's settings.</summary>
    internal static YamlNode Claim(string name, string size) => KubernetesObject.Create(
        "v1",
        "PersistentVolumeClaim",
        KubernetesObject.Metadata(name, annotations: KubernetesObject.NeverPruned),
        ("spec", Map(
            ("accessModes", Texts("ReadWriteOnce")),
            ("resources", Map(("requests", Map(("storage", Text(size)))))))));

    internal static YamlMappingNode Scratch(string name, string size)
        => Map(("name", Text(name)), ("emptyDir", Map(("sizeLimit", Text(size)))));

    internal static YamlMappingNode Mount(string name, string path, bool readOnly, string? subPath = null)
        => Map(("name", Text(name)), ("mountPath", Text(path)), ("subPath", TextOrNull(subPath)), ("readOnly", readOnly ? Flag(true) : null));

    // /var/cache/nginx as "var-cache-nginx"; a name that a volume has already gets a number.
    private static List<(string Name, string Path)> ScratchNames(Workload workload)
    {
        var taken = workload.Volumes.Select(volume => volume.Name).Concat(workload.ConfigFiles.Select(files => files.Name)).ToHashSet(StringComparer.Ordinal);
        var scratch = new List<(string Name, string Path)>();
        foreach (var path in workload.WritablePaths)
        {
            var stem = string.Concat(path.Trim('/').Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-')).Trim('-');
            var name = stem.Length == 0 ? "scratch" : stem[..Math.Min(stem.Length, 60)].TrimEnd('-');
            for (var number = 2; !taken.Add(name); number++)
                name = $"{stem}-{number}";
            scratch.Add((name, path));
        }

        return scratch;
    }
}
