using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Components;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Secrets;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Overlays;

/// <summary>Patches of an environment, in the order of the graph.</summary>
internal static class OverlayPatches
{
    internal static IReadOnlyList<KustomizePatch> For(RenderPlan plan, EnvironmentPlace environment, IReadOnlyList<Component> components)
    {
        var settings = environment.Settings;
        var patches = new List<KustomizePatch?>();
        foreach (var workload in plan.Workloads)
        {
            patches.AddRange(workload.Secrets.Sets.Select(set => ExternalSecretObjects.Move(set, plan.Settings.VaultPrefix, settings.VaultPath)));
            patches.Add(ChangedTexts(workload, environment.Name));
            patches.Add(PolicyObjects.Move(workload, environment.Name));
        }

        patches.AddRange(components.SelectMany(component => component.Secrets).Select(set => ExternalSecretObjects.Move(set, plan.Settings.VaultPrefix, settings.VaultPath)));
        patches.AddRange(BackupToBucket.Patches(plan, environment));
        patches.AddRange(plan.Graph.OutsideServices
            .Where(outside => plan.Outside.Of(outside.Resource, environment.Name) != plan.Outside.Of(outside.Resource, null))
            .Select(outside => ServiceObjects.Move(outside, plan.Outside.Of(outside.Resource, environment.Name))));
        if (plan.Routes.Count > 0 && RouteObjects.Changes(plan.Routes, settings) is { Count: > 0 } changes)
            patches.Add(KustomizePatch.Operations("IngressRoute", SharedNames.IngressRoute, changes));
        if (settings.StorageClass is { } storageClass && HasClaims(plan, components))
            patches.Add(KustomizePatch.Operations("PersistentVolumeClaim", null, KustomizePatch.Add("/spec/storageClassName", Text(storageClass))));
        if (settings.NetworkPolicies == "audit")
            patches.Add(KustomizePatch.Delete("networking.k8s.io/v1", "NetworkPolicy", SharedNames.DefaultDeny));
        return [.. patches.OfType<KustomizePatch>()];
    }

    private static bool HasClaims(RenderPlan plan, IReadOnlyList<Component> components)
        => plan.Workloads.Any(workload => workload.Workload.Volumes.Any(volume => volume.Claim is not null)) || components.Any(component => component.HasClaims);

    // Values in the pod itself: kustomize generates ConfigMaps only. A Job that differs is another Job.
    private static KustomizePatch? ChangedTexts(WorkloadPlan plan, string environment)
    {
        var container = plan.PodPath + "/containers/0";
        List<YamlNode> operations =
        [
            .. Changed(plan, environment, plan.PodVariables.Select(variable => variable.Value), index => $"{container}/env/{index}/value"),
            .. Changed(plan, environment, plan.Workload.Command, index => $"{container}/command/{index}"),
            .. Changed(plan, environment, plan.Workload.Arguments, index => $"{container}/args/{index}"),
        ];
        if (plan.ObjectName(environment) != plan.ObjectName(null))
            operations.Add(KustomizePatch.Replace("/metadata/name", Text(plan.ObjectName(environment))));
        return operations.Count == 0 ? null : KustomizePatch.Operations(plan.Kind, plan.ObjectName(null), operations);
    }

    private static IEnumerable<YamlNode> Changed(WorkloadPlan plan, string environment, IEnumerable<TextTemplate> texts, Func<int, string> path)
        => texts.Index()
            .Select(text => (text.Index, Base: plan.ExpandedText(text.Item, null), Own: plan.ExpandedText(text.Item, environment)))
            .Where(text => text.Base != text.Own)
            .Select(text => KustomizePatch.Replace(path(text.Index), Text(text.Own)));
}
