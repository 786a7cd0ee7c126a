using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.ArgoCd;
using Tmcp.Publisher.Kubernetes.Base;
using Tmcp.Publisher.Kubernetes.Overlays;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Platform;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Kubernetes;

/// <summary>Turns the graph into the tree that Argo CD syncs. The same records give the same bytes.</summary>
internal static class TreeRenderer
{
    /// <summary>Renders the tree. Paths are relative to <c>manifests/</c>.</summary>
    /// <param name="graph">The system.</param>
    /// <param name="settings">The places.</param>
    /// <param name="locks">The images of each environment.</param>
    /// <param name="version">Tag of the images that no lock names.</param>
    /// <param name="extras">Environments that have a hand-owned folder <c>overlays/&lt;environment&gt;/extra</c>; null: none.</param>
    /// <exception cref="PublishException">Names collide or are illegal, or a place lacks a fact; all problems at once.</exception>
    internal static FileTree Render(
        SystemGraph graph, PublishSettings settings, ImageLocks locks, string version, IReadOnlySet<string>? extras = null)
    {
        var plan = new RenderPlan(graph, settings, locks, version, extras ?? new HashSet<string>());
        plan.Problems.ThrowIfAny();

        var files = new KustomizeTree();
        BaseRenderer.Add(files, plan);
        plan.Components.Add(files);
        OverlayRenderer.Add(files, plan);
        PlatformRenderer.Add(files, plan);
        ArgoCdRenderer.Add(files, plan);
        plan.Problems.ThrowIfAny();
        return files.Tree;
    }
}
