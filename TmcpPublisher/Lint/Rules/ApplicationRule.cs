using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>What Argo CD is told to deploy is there, and goes where it belongs.</summary>
internal sealed class ApplicationRule() : LintRule("application", "an Application of a folder or a project that is not there, or into another namespace than its objects")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var application in rendering.OfKind("Application"))
        {
            var project = application.Root.Get("spec", "project").Text() ?? "default";
            if (project != "default" && !context.Objects.Any(item => item.Kind == "AppProject" && item.Name == project))
                yield return Report(application, "spec.project", $"There is no AppProject '{project}'.", "Add it before the Applications, or use 'default'.");

            foreach (var finding in LintContext.Sources(application).SelectMany(source => CheckFolder(application, source.Path, source.Source.Get("path").Text(), context)))
                yield return finding;
        }
    }

    // manifests/overlays/prod: the tree is a folder of the repository
    private IEnumerable<Finding> CheckFolder(KubeObject application, string place, string? path, LintContext context)
    {
        if (path is null)
            yield break;

        var folder = path.Contains('/') ? path[(path.IndexOf('/') + 1)..] : path;
        var target = context.Renderings.FirstOrDefault(candidate => candidate.Folder == folder);
        if (context.Files.FindKustomization(folder) is null)
            yield return Report(application, $"{place}.path", $"The tree has no folder '{folder}' to deploy.", "Correct the path.");
        else if (target is { IsOverlay: true } && target.Objects.FirstOrDefault(item => item.Namespace is not null)?.Namespace is { } own && own != LintContext.Destination(application))
            yield return Report(application, "spec.destination.namespace", $"The objects of '{folder}' are in '{own}', not in '{LintContext.Destination(application)}'.", "Write the same namespace in both.");
    }
}
