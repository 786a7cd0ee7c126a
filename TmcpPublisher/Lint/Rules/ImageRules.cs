using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>An image in production is always the same.</summary>
internal sealed class MutableTagRule() : LintRule("mutable-tag", "an image in production whose tag may move")
{
    private static readonly HashSet<string> Moving = new(StringComparer.OrdinalIgnoreCase)
    {
        "latest", "main", "master", "edge", "dev", "develop", "nightly", "stable", "current", "lts", "release", "prod", "staging", "test", "canary", "next",
    };

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        // What is no overlay runs in production too; an overlay that is not production may follow a branch.
        if (rendering.IsTrial || (rendering.IsOverlay && !context.Options.Production.Contains(rendering.Name)))
            yield break;

        foreach (var workload in rendering.Workloads)
        {
            foreach (var container in workload.Containers)
            {
                var image = ImageReference.Parse(container.Root.Get("image").Text() ?? "");
                if (image.Digest is null && (image.Tag is null || Moving.Contains(image.Tag)))
                    yield return Report(workload.Object, $"{container.Path}.image", $"The image '{image}' has {(image.Tag is null ? "no tag" : "a tag that moves")}.", "Pin a version or a digest under 'images' of the overlay.");
            }
        }
    }
}

/// <summary>An environment that asks for digests gets them.</summary>
internal sealed class ImageDigestRule() : LintRule("image-digest", "an image without a digest in an environment that requires them")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => from workload in rendering.IsOverlay && !rendering.IsTrial && context.Options.RequireDigests.Contains(rendering.Name) ? rendering.Workloads : []
           from container in workload.Containers
           let image = ImageReference.Parse(container.Root.Get("image").Text() ?? "")
           where image.Digest is null
           select Report(workload.Object, $"{container.Path}.image", $"The image '{image}' has no digest, which '{rendering.Name}' requires.", $"Add it to the image lock of '{rendering.Name}'.");
}
