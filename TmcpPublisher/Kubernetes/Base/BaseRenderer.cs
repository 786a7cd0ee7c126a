using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Networking;
using Tmcp.Publisher.Kubernetes.Planning;
using Tmcp.Publisher.Kubernetes.Secrets;
using Tmcp.Publisher.Kubernetes.Workloads;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Kubernetes.Base;

/// <summary>What every environment has: one folder a resource, and what they share. It builds alone.</summary>
internal static class BaseRenderer
{
    internal static void Add(KustomizeTree files, RenderPlan plan)
    {
        files.AddFolder("base/shared", [("networkpolicy.yaml", PolicyObjects.Shared())], new Kustomization());
        foreach (var workload in plan.Workloads)
            AddWorkload(files, workload);
        foreach (var outside in plan.Graph.OutsideServices)
            files.AddFolder($"base/{outside.Resource}", [("service.yaml", ServiceObjects.For(outside, plan.Outside.Of(outside.Resource, null)))], new Kustomization());
        if (plan.Routes.Count > 0)
            files.AddFolder("base/ingress", [("routes.yaml", RouteObjects.All(plan.Routes))], new Kustomization());

        files.AddFolder("base", [], new Kustomization
        {
            Labels = new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = SharedNames.System },
            Resources = Folders(plan),
        });
    }

    private static IReadOnlyList<string> Folders(RenderPlan plan) =>
    [
        "shared",
        .. plan.Workloads.Select(workload => workload.Workload.Resource),
        .. plan.Graph.OutsideServices.Select(outside => outside.Resource),
        .. plan.Routes.Count > 0 ? ["ingress"] : Array.Empty<string>(),
    ];

    private static void AddWorkload(KustomizeTree files, WorkloadPlan plan)
    {
        IReadOnlyList<(string, IReadOnlyList<YamlNode>)> documents =
        [
            ("workload.yaml", [WorkloadObject.Create(plan)]),
            ("service.yaml", ServiceObjects.For(plan.Workload)),
            ("pvc.yaml", WorkloadVolumes.Claims(plan.Workload)),
            ("externalsecret.yaml", ExternalSecretObjects.For(plan.Secrets)),
            ("networkpolicy.yaml", [PolicyObjects.For(plan)]),
        ];
        files.AddFolder($"base/{plan.Workload.Resource}", documents, new Kustomization { ConfigMaps = [.. ConfigMaps(plan)] });
    }

    private static IEnumerable<GeneratedConfig> ConfigMaps(WorkloadPlan plan)
    {
        if (plan.ConfigVariables.Count > 0)
            yield return new GeneratedConfig(plan.ConfigName, false, plan.ConfigValues(null));
        foreach (var files in plan.Workload.ConfigFiles)
        {
            yield return new GeneratedConfig(
                WorkloadVolumes.FilesName(plan.Workload, files), false, [.. files.Files.OrderBy(file => file.Key, StringComparer.Ordinal)]);
        }
    }
}
