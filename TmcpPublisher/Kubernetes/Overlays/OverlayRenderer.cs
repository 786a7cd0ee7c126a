using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Components;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Kubernetes.Overlays;

/// <summary>What an environment has of its own: differences from the base, and nothing else.</summary>
internal static class OverlayRenderer
{
    internal static void Add(KustomizeTree files, RenderPlan plan)
    {
        foreach (var environment in plan.Environments)
            Add(files, plan, environment);
    }

    private static void Add(KustomizeTree files, RenderPlan plan, EnvironmentPlace environment)
    {
        var components = plan.Components.For(environment);
        IReadOnlyList<YamlNode> redirect = environment.Settings.TlsSecret is not null && plan.Routes.Count > 0 ? RouteObjects.Redirect(environment.Settings.Host) : [];
        files.AddFolder($"overlays/{environment.Name}", [("redirect.yaml", redirect), ("backup-bucket.yaml", BackupToBucket.Objects(plan, environment))], new Kustomization
        {
            Namespace = environment.Settings.Namespace,
            Resources = ["../../base"],
            Components = [.. components.Select(component => $"../../components/{component.Name}"), .. plan.Extras.Contains(environment.Name) ? ["extra"] : Array.Empty<string>()],
            Images = Images(plan, environment, components),
            ConfigMaps = [.. plan.Workloads.Select(workload => ChangedConfig(workload, environment.Name)).OfType<GeneratedConfig>()],
            Patches = OverlayPatches.For(plan, environment, components),
        });
    }

    private static GeneratedConfig? ChangedConfig(WorkloadPlan workload, string environment)
    {
        var changed = workload.ConfigValues(environment).Except(workload.ConfigValues(null)).ToList();
        return changed.Count == 0 ? null : new GeneratedConfig(workload.ConfigName, true, changed);
    }

    private static IReadOnlyList<ImageOverride> Images(RenderPlan plan, EnvironmentPlace environment, IReadOnlyList<Component> components)
    {
        List<ImageSource> images = [.. plan.Workloads.Select(workload => workload.Workload.Image), .. components.SelectMany(component => component.Images)];
        foreach (var image in images.Where(image => environment.Settings.RequireDigests && !plan.Images.IsPinned(environment.Name, image)))
        {
            plan.Problems.Add($"Environment '{environment.Name}' requires digests, and image '{plan.Images.InBase(image)}' has none. "
                + $"Write its digest into deploy/images.{environment.Name}.json (the release workflow and 'promote' do), or set requireDigests to false.");
        }

        return [.. images.Select(image => plan.Images.In(environment.Name, image)).OfType<ImageOverride>().Distinct().OrderBy(image => image.Name, StringComparer.Ordinal)];
    }
}
