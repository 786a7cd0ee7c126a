using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint;

/// <summary>Finds what there is to render: every folder that no other folder includes.</summary>
internal static class RenderedFolders
{
    internal const string RuleId = "render";
    internal const string PatchRuleId = "patch-target";

    private const string Base = "base";

    /// <summary>Renders each; what cannot be rendered becomes a finding.</summary>
    internal static IReadOnlyList<Rendering> Render(ObjectFiles files, List<Finding> findings)
    {
        var folders = new List<(string Folder, bool IsComponent)>();
        var included = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Paths.Where(path => TreePath.FileName(path) is "kustomization.yaml" or "kustomization.yml" or "Kustomization").ToList())
            Note(files, file, folders, included, findings);

        var renderer = new KustomizeRenderer(files);
        var renderings = new List<Rendering>();
        foreach (var (folder, isComponent) in folders.Where(entry => !included.Contains(entry.Folder)))
        {
            // A component alone is nothing. One that no environment uses is tried on the base, so that it does not rot.
            if (isComponent && files.FindKustomization(Base) is null)
                continue;

            try
            {
                var set = isComponent ? renderer.Render(Base, folder) : renderer.Render(folder);
                renderings.Add(new Rendering(folder, set.Objects, isComponent));
                findings.AddRange(set.Notes.Select(note => new Finding(
                    PatchRuleId, note.File, 0, "", note.Path, note.What, "Correct the kind and name of the target, or remove the patch.") { Renderings = [folder] }));
            }
            catch (KustomizeException fault)
            {
                findings.Add(Fault(fault));
            }
        }

        return renderings;
    }

    private static void Note(ObjectFiles files, string file, List<(string Folder, bool IsComponent)> folders, HashSet<string> included, List<Finding> findings)
    {
        try
        {
            var kustomization = Kustomization.Load(files, TreePath.Folder(file), file);
            folders.Add((kustomization.Folder, kustomization.IsComponent));
            included.UnionWith(kustomization.Resources.Concat(kustomization.Components).Select(path => TreePath.Join(kustomization.Folder, path)));
        }
        catch (KustomizeException fault)
        {
            findings.Add(Fault(fault));
        }
    }

    private static Finding Fault(KustomizeException fault) => new(RuleId, fault.File, fault.Line, "", "", fault.What, fault.Remedy);
}
