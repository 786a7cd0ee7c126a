using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>Volumes and bind mounts of a program. A bind mount of small text files becomes a ConfigMap.</summary>
/// <param name="repository">A bind mount may not lead out of it.</param>
internal sealed class MountBuilder(string repository, ProblemList problems, List<string> warnings)
{
    private const string DefaultSize = "1Gi";

    internal (IReadOnlyList<PersistentVolume> Volumes, IReadOnlyList<ConfigFiles> Files) Build(ProgramPlan plan)
    {
        var volumes = plan.Program.Volumes.Select((volume, index) => Volume(plan, volume, index)).ToList();
        var files = new List<ConfigFiles>();
        foreach (var mount in plan.Program.BindMounts)
            Add(plan, mount, volumes, files);

        foreach (var (name, facts) in plan.Facts.Volumes.Where(facts => volumes.All(volume => !IsCalled(volume, facts.Key))))
        {
            problems.Add(facts.Path, $"'{plan.Resource.Name}' has no volume '{name}'. {Suggestion.Sentence(name, volumes.Select(volume => volume.Name))}");
        }

        foreach (var target in plan.Facts.Mounts.Keys.Where(target => plan.Program.BindMounts.All(mount => mount.Target != target)))
            problems.Add(plan.Facts.Path, $"'mounts' names '{target}', where '{plan.Resource.Name}' has no bind mount. Remove it.");
        CheckUnique(plan, volumes, files);
        return (volumes, files);
    }

    private PersistentVolume Volume(ProgramPlan plan, ManifestVolume volume, int index)
    {
        if (volume.Name is null)
        {
            warnings.Add($"{volume.Path}: the volume at '{volume.Target}' of '{plan.Resource.Name}' has no name, so its data ends with the pod. Name it to keep them.");
            return new PersistentVolume($"{LegalName.Label(volume.Target, 40)}-{index}", volume.Target, null, DefaultSize, volume.ReadOnly);
        }

        var name = LegalName.Volume(volume.Name);
        var facts = plan.Facts.Volumes.GetValueOrDefault(volume.Name) ?? plan.Facts.Volumes.GetValueOrDefault(name);
        return new PersistentVolume(name, volume.Target, facts?.Claim ?? DefaultClaim(plan.Stem, name), facts?.Size ?? DefaultSize, volume.ReadOnly);
    }

    private static bool IsCalled(PersistentVolume volume, string name) => volume.Name == name || volume.Name == LegalName.Volume(name);

    private static string DefaultClaim(string stem, string volume) =>
        LegalName.Label(volume == stem || volume.StartsWith($"{stem}-", StringComparison.Ordinal) ? $"{volume}-pvc" : $"{stem}-{volume}-pvc");

    private void Add(ProgramPlan plan, ManifestBindMount mount, List<PersistentVolume> volumes, List<ConfigFiles> files)
    {
        var name = $"{LegalName.Label(mount.Target, 40)}-{volumes.Count + files.Count}";
        switch (plan.Facts.Mounts.TryGetValue(mount.Target, out var choice) ? choice : (MountChoice?)null)
        {
            case MountChoice.Omit:
                return;
            case MountChoice.Volume:
                volumes.Add(new PersistentVolume(name, mount.Target, DefaultClaim(plan.Stem, LegalName.Label(mount.Target, 40)), DefaultSize, mount.ReadOnly));
                return;
        }

        try
        {
            files.Add(BoundFiles.Read(name, mount.Source, mount.Target, repository));
        }
        catch (PublishException reason)
        {
            problems.Add(
                mount.Path,
                $"the bind mount of '{plan.Resource.Name}' at '{mount.Target}' {reason.Message} Put what it needs into the image or a named volume, " +
                "or say in its facts what becomes of it: \"mounts\": { \"" + mount.Target + "\": \"omit\" } or \"volume\".");
        }
    }

    private void CheckUnique(ProgramPlan plan, List<PersistentVolume> volumes, List<ConfigFiles> files)
    {
        foreach (var twice in volumes.Select(volume => volume.MountPath).Concat(files.Select(file => file.MountPath)).GroupBy(path => path).Where(group => group.Count() > 1))
            problems.Add(plan.Resource.Path, $"'{twice.Key}' is mounted {twice.Count()} times. Mount it once.");
        foreach (var twice in volumes.GroupBy(volume => volume.Name).Where(group => group.Select(volume => volume.Claim).Distinct().Count() > 1))
            problems.Add(plan.Resource.Path, $"two volumes are called '{twice.Key}' in the cluster. Rename one.");
    }
}
